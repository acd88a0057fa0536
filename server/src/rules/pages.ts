// Written by "npm run docs" from the files of this folder: a new rule is a new file.
import type { RulePage } from './types';
import { page as UM0001 } from './UM0001';
import { page as UM0002 } from './UM0002';
import { page as UM0003 } from './UM0003';
import { page as UM0004 } from './UM0004';
import { page as UM0005 } from './UM0005';
import { page as UM0006 } from './UM0006';
import { page as UM0007 } from './UM0007';
import { page as UM0008 } from './UM0008';
import { page as UM0009 } from './UM0009';
import { page as UM0010 } from './UM0010';
import { page as UM0011 } from './UM0011';
import { page as UM0012 } from './UM0012';
import { page as UM0013 } from './UM0013';
import { page as UM0014 } from './UM0014';
import { page as UM0015 } from './UM0015';
import { page as UM0016 } from './UM0016';
import { page as UM0017 } from './UM0017';
import { page as UM0018 } from './UM0018';
import { page as UM1001 } from './UM1001';
import { page as UM1002 } from './UM1002';
import { page as UM1003 } from './UM1003';
import { page as UM1004 } from './UM1004';
import { page as UM1005 } from './UM1005';
import { page as UM1006 } from './UM1006';
import { page as UM1007 } from './UM1007';
import { page as UM1008 } from './UM1008';
import { page as UM1009 } from './UM1009';
import { page as UM1010 } from './UM1010';
import { page as UM1011 } from './UM1011';
import { page as UM1012 } from './UM1012';
import { page as UM1013 } from './UM1013';
import { page as UM1014 } from './UM1014';
import { page as UM1015 } from './UM1015';
import { page as UM1016 } from './UM1016';
import { page as UM1017 } from './UM1017';
import { page as UM1018 } from './UM1018';
import { page as UM1019 } from './UM1019';
import { page as UM1020 } from './UM1020';
import { page as UM1021 } from './UM1021';
import { page as UM1022 } from './UM1022';
import { page as UM1023 } from './UM1023';
import { page as UM1024 } from './UM1024';
import { page as UM1025 } from './UM1025';
import { page as UM1026 } from './UM1026';
import { page as UM1027 } from './UM1027';
import { page as UM1028 } from './UM1028';
import { page as UM1029 } from './UM1029';
import { page as UM1030 } from './UM1030';
import { page as UM1031 } from './UM1031';
import { page as UM2001 } from './UM2001';
import { page as UM2002 } from './UM2002';
import { page as UM2003 } from './UM2003';
import { page as UM2004 } from './UM2004';
import { page as UM2005 } from './UM2005';
import { page as UM2006 } from './UM2006';
import { page as UM2007 } from './UM2007';
import { page as UM2008 } from './UM2008';
import { page as UM2009 } from './UM2009';
import { page as UM2010 } from './UM2010';
import { page as UM2011 } from './UM2011';
import { page as UM2012 } from './UM2012';
import { page as UM2013 } from './UM2013';
import { page as UM2014 } from './UM2014';
import { page as UM2015 } from './UM2015';
import { page as UM2016 } from './UM2016';
import { page as UM2017 } from './UM2017';
import { page as UM2018 } from './UM2018';
import { page as UM2019 } from './UM2019';
import { page as UM2020 } from './UM2020';
import { page as UM2021 } from './UM2021';
import { page as UM2022 } from './UM2022';
import { page as UM2023 } from './UM2023';
import { page as UM2024 } from './UM2024';
import { page as UM2025 } from './UM2025';
import { page as UM3001 } from './UM3001';
import { page as UM3002 } from './UM3002';
import { page as UM3003 } from './UM3003';
import { page as UM3004 } from './UM3004';
import { page as UM3005 } from './UM3005';
import { page as UM3006 } from './UM3006';
import { page as UM3007 } from './UM3007';
import { page as UM3008 } from './UM3008';
import { page as UM3009 } from './UM3009';
import { page as UM3010 } from './UM3010';
import { page as UM3011 } from './UM3011';
import { page as UM3012 } from './UM3012';
import { page as UM3013 } from './UM3013';
import { page as UM3014 } from './UM3014';
import { page as UM4001 } from './UM4001';
import { page as UM4002 } from './UM4002';
import { page as UM4003 } from './UM4003';
import { page as UM4004 } from './UM4004';
import { page as UM4005 } from './UM4005';
import { page as UM4006 } from './UM4006';
import { page as UM4007 } from './UM4007';
import { page as UM4008 } from './UM4008';
import { page as UM4009 } from './UM4009';
import { page as UM4010 } from './UM4010';
import { page as UM4011 } from './UM4011';
import { page as UM4012 } from './UM4012';
import { page as UM4013 } from './UM4013';
import { page as UM4014 } from './UM4014';
import { page as UM4015 } from './UM4015';
import { page as UM4016 } from './UM4016';
import { page as UM4017 } from './UM4017';
import { page as UM4018 } from './UM4018';
import { page as UM4019 } from './UM4019';
import { page as UM4020 } from './UM4020';
import { page as UM4021 } from './UM4021';
import { page as UM4022 } from './UM4022';
import { page as UM4023 } from './UM4023';
import { page as UM4024 } from './UM4024';
import { page as UM4025 } from './UM4025';
import { page as UM4026 } from './UM4026';
import { page as UM4027 } from './UM4027';
import { page as UM4028 } from './UM4028';
import { page as UM4029 } from './UM4029';
import { page as UM4030 } from './UM4030';
import { page as UM4031 } from './UM4031';
import { page as UM4032 } from './UM4032';
import { page as UM4033 } from './UM4033';
import { page as UM4034 } from './UM4034';
import { page as UM4035 } from './UM4035';
import { page as UM4036 } from './UM4036';
import { page as UM4037 } from './UM4037';
import { page as UM4038 } from './UM4038';
import { page as UM5001 } from './UM5001';
import { page as UM5002 } from './UM5002';
import { page as UM5003 } from './UM5003';
import { page as UM5004 } from './UM5004';
import { page as UM5005 } from './UM5005';
import { page as UM5006 } from './UM5006';
import { page as UM5007 } from './UM5007';
import { page as UM5008 } from './UM5008';
import { page as UM5009 } from './UM5009';
import { page as UM5010 } from './UM5010';
import { page as UM5011 } from './UM5011';
import { page as UM5012 } from './UM5012';
import { page as UM5013 } from './UM5013';
import { page as UM5014 } from './UM5014';
import { page as UM5015 } from './UM5015';
import { page as UM5016 } from './UM5016';
import { page as UM5017 } from './UM5017';
import { page as UM5018 } from './UM5018';
import { page as UM6001 } from './UM6001';
import { page as UM6002 } from './UM6002';
import { page as UM6003 } from './UM6003';
import { page as UM6004 } from './UM6004';
import { page as UM6005 } from './UM6005';
import { page as UM6006 } from './UM6006';
import { page as UM6007 } from './UM6007';
import { page as UM6008 } from './UM6008';
import { page as UM6009 } from './UM6009';
import { page as UM6010 } from './UM6010';
import { page as UM6011 } from './UM6011';
import { page as UM6012 } from './UM6012';
import { page as UM6013 } from './UM6013';
import { page as UM6014 } from './UM6014';
import { page as UM6015 } from './UM6015';
import { page as UM6016 } from './UM6016';
import { page as UM6017 } from './UM6017';
import { page as UM6018 } from './UM6018';
import { page as UM6019 } from './UM6019';
import { page as UM6020 } from './UM6020';
import { page as UM6021 } from './UM6021';
import { page as UM6022 } from './UM6022';
import { page as UM6024 } from './UM6024';
import { page as UM7001 } from './UM7001';
import { page as UM7002 } from './UM7002';
import { page as UM7003 } from './UM7003';
import { page as UM7004 } from './UM7004';
import { page as UM7005 } from './UM7005';
import { page as UM7006 } from './UM7006';
import { page as UM7007 } from './UM7007';
import { page as UM7008 } from './UM7008';
import { page as UM7009 } from './UM7009';
import { page as UM8007 } from './UM8007';
import { page as UM8008 } from './UM8008';
import { page as UM8009 } from './UM8009';
import { page as UM8013 } from './UM8013';

/** The pages of all rules, by code. Not for the server: its bundle has the rules without their explanations. */
export const pages: ReadonlyMap<string, RulePage> = new Map<string, RulePage>([
  ['UM0001', UM0001],
  ['UM0002', UM0002],
  ['UM0003', UM0003],
  ['UM0004', UM0004],
  ['UM0005', UM0005],
  ['UM0006', UM0006],
  ['UM0007', UM0007],
  ['UM0008', UM0008],
  ['UM0009', UM0009],
  ['UM0010', UM0010],
  ['UM0011', UM0011],
  ['UM0012', UM0012],
  ['UM0013', UM0013],
  ['UM0014', UM0014],
  ['UM0015', UM0015],
  ['UM0016', UM0016],
  ['UM0017', UM0017],
  ['UM0018', UM0018],
  ['UM1001', UM1001],
  ['UM1002', UM1002],
  ['UM1003', UM1003],
  ['UM1004', UM1004],
  ['UM1005', UM1005],
  ['UM1006', UM1006],
  ['UM1007', UM1007],
  ['UM1008', UM1008],
  ['UM1009', UM1009],
  ['UM1010', UM1010],
  ['UM1011', UM1011],
  ['UM1012', UM1012],
  ['UM1013', UM1013],
  ['UM1014', UM1014],
  ['UM1015', UM1015],
  ['UM1016', UM1016],
  ['UM1017', UM1017],
  ['UM1018', UM1018],
  ['UM1019', UM1019],
  ['UM1020', UM1020],
  ['UM1021', UM1021],
  ['UM1022', UM1022],
  ['UM1023', UM1023],
  ['UM1024', UM1024],
  ['UM1025', UM1025],
  ['UM1026', UM1026],
  ['UM1027', UM1027],
  ['UM1028', UM1028],
  ['UM1029', UM1029],
  ['UM1030', UM1030],
  ['UM1031', UM1031],
  ['UM2001', UM2001],
  ['UM2002', UM2002],
  ['UM2003', UM2003],
  ['UM2004', UM2004],
  ['UM2005', UM2005],
  ['UM2006', UM2006],
  ['UM2007', UM2007],
  ['UM2008', UM2008],
  ['UM2009', UM2009],
  ['UM2010', UM2010],
  ['UM2011', UM2011],
  ['UM2012', UM2012],
  ['UM2013', UM2013],
  ['UM2014', UM2014],
  ['UM2015', UM2015],
  ['UM2016', UM2016],
  ['UM2017', UM2017],
  ['UM2018', UM2018],
  ['UM2019', UM2019],
  ['UM2020', UM2020],
  ['UM2021', UM2021],
  ['UM2022', UM2022],
  ['UM2023', UM2023],
  ['UM2024', UM2024],
  ['UM2025', UM2025],
  ['UM3001', UM3001],
  ['UM3002', UM3002],
  ['UM3003', UM3003],
  ['UM3004', UM3004],
  ['UM3005', UM3005],
  ['UM3006', UM3006],
  ['UM3007', UM3007],
  ['UM3008', UM3008],
  ['UM3009', UM3009],
  ['UM3010', UM3010],
  ['UM3011', UM3011],
  ['UM3012', UM3012],
  ['UM3013', UM3013],
  ['UM3014', UM3014],
  ['UM4001', UM4001],
  ['UM4002', UM4002],
  ['UM4003', UM4003],
  ['UM4004', UM4004],
  ['UM4005', UM4005],
  ['UM4006', UM4006],
  ['UM4007', UM4007],
  ['UM4008', UM4008],
  ['UM4009', UM4009],
  ['UM4010', UM4010],
  ['UM4011', UM4011],
  ['UM4012', UM4012],
  ['UM4013', UM4013],
  ['UM4014', UM4014],
  ['UM4015', UM4015],
  ['UM4016', UM4016],
  ['UM4017', UM4017],
  ['UM4018', UM4018],
  ['UM4019', UM4019],
  ['UM4020', UM4020],
  ['UM4021', UM4021],
  ['UM4022', UM4022],
  ['UM4023', UM4023],
  ['UM4024', UM4024],
  ['UM4025', UM4025],
  ['UM4026', UM4026],
  ['UM4027', UM4027],
  ['UM4028', UM4028],
  ['UM4029', UM4029],
  ['UM4030', UM4030],
  ['UM4031', UM4031],
  ['UM4032', UM4032],
  ['UM4033', UM4033],
  ['UM4034', UM4034],
  ['UM4035', UM4035],
  ['UM4036', UM4036],
  ['UM4037', UM4037],
  ['UM4038', UM4038],
  ['UM5001', UM5001],
  ['UM5002', UM5002],
  ['UM5003', UM5003],
  ['UM5004', UM5004],
  ['UM5005', UM5005],
  ['UM5006', UM5006],
  ['UM5007', UM5007],
  ['UM5008', UM5008],
  ['UM5009', UM5009],
  ['UM5010', UM5010],
  ['UM5011', UM5011],
  ['UM5012', UM5012],
  ['UM5013', UM5013],
  ['UM5014', UM5014],
  ['UM5015', UM5015],
  ['UM5016', UM5016],
  ['UM5017', UM5017],
  ['UM5018', UM5018],
  ['UM6001', UM6001],
  ['UM6002', UM6002],
  ['UM6003', UM6003],
  ['UM6004', UM6004],
  ['UM6005', UM6005],
  ['UM6006', UM6006],
  ['UM6007', UM6007],
  ['UM6008', UM6008],
  ['UM6009', UM6009],
  ['UM6010', UM6010],
  ['UM6011', UM6011],
  ['UM6012', UM6012],
  ['UM6013', UM6013],
  ['UM6014', UM6014],
  ['UM6015', UM6015],
  ['UM6016', UM6016],
  ['UM6017', UM6017],
  ['UM6018', UM6018],
  ['UM6019', UM6019],
  ['UM6020', UM6020],
  ['UM6021', UM6021],
  ['UM6022', UM6022],
  ['UM6024', UM6024],
  ['UM7001', UM7001],
  ['UM7002', UM7002],
  ['UM7003', UM7003],
  ['UM7004', UM7004],
  ['UM7005', UM7005],
  ['UM7006', UM7006],
  ['UM7007', UM7007],
  ['UM7008', UM7008],
  ['UM7009', UM7009],
  ['UM8007', UM8007],
  ['UM8008', UM8008],
  ['UM8009', UM8009],
  ['UM8013', UM8013],
]);
