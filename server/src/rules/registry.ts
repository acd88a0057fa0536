// Written by "npm run docs" from the files of this folder: a new rule is a new file.
import type { Rule } from './types';
import { rule as UM0001 } from './UM0001';
import { rule as UM0002 } from './UM0002';
import { rule as UM0003 } from './UM0003';
import { rule as UM0004 } from './UM0004';
import { rule as UM0005 } from './UM0005';
import { rule as UM0006 } from './UM0006';
import { rule as UM0007 } from './UM0007';
import { rule as UM0008 } from './UM0008';
import { rule as UM0009 } from './UM0009';
import { rule as UM0010 } from './UM0010';
import { rule as UM0011 } from './UM0011';
import { rule as UM0012 } from './UM0012';
import { rule as UM0013 } from './UM0013';
import { rule as UM0014 } from './UM0014';
import { rule as UM0015 } from './UM0015';
import { rule as UM0016 } from './UM0016';
import { rule as UM0017 } from './UM0017';
import { rule as UM0018 } from './UM0018';
import { rule as UM1001 } from './UM1001';
import { rule as UM1002 } from './UM1002';
import { rule as UM1003 } from './UM1003';
import { rule as UM1004 } from './UM1004';
import { rule as UM1005 } from './UM1005';
import { rule as UM1006 } from './UM1006';
import { rule as UM1007 } from './UM1007';
import { rule as UM1008 } from './UM1008';
import { rule as UM1009 } from './UM1009';
import { rule as UM1010 } from './UM1010';
import { rule as UM1011 } from './UM1011';
import { rule as UM1012 } from './UM1012';
import { rule as UM1013 } from './UM1013';
import { rule as UM1014 } from './UM1014';
import { rule as UM1015 } from './UM1015';
import { rule as UM1016 } from './UM1016';
import { rule as UM1017 } from './UM1017';
import { rule as UM1018 } from './UM1018';
import { rule as UM1019 } from './UM1019';
import { rule as UM1020 } from './UM1020';
import { rule as UM1021 } from './UM1021';
import { rule as UM1022 } from './UM1022';
import { rule as UM1023 } from './UM1023';
import { rule as UM1024 } from './UM1024';
import { rule as UM1025 } from './UM1025';
import { rule as UM1026 } from './UM1026';
import { rule as UM1027 } from './UM1027';
import { rule as UM1028 } from './UM1028';
import { rule as UM1029 } from './UM1029';
import { rule as UM1030 } from './UM1030';
import { rule as UM1031 } from './UM1031';
import { rule as UM2001 } from './UM2001';
import { rule as UM2002 } from './UM2002';
import { rule as UM2003 } from './UM2003';
import { rule as UM2004 } from './UM2004';
import { rule as UM2005 } from './UM2005';
import { rule as UM2006 } from './UM2006';
import { rule as UM2007 } from './UM2007';
import { rule as UM2008 } from './UM2008';
import { rule as UM2009 } from './UM2009';
import { rule as UM2010 } from './UM2010';
import { rule as UM2011 } from './UM2011';
import { rule as UM2012 } from './UM2012';
import { rule as UM2013 } from './UM2013';
import { rule as UM2014 } from './UM2014';
import { rule as UM2015 } from './UM2015';
import { rule as UM2016 } from './UM2016';
import { rule as UM2017 } from './UM2017';
import { rule as UM2018 } from './UM2018';
import { rule as UM2019 } from './UM2019';
import { rule as UM2020 } from './UM2020';
import { rule as UM2021 } from './UM2021';
import { rule as UM2022 } from './UM2022';
import { rule as UM2023 } from './UM2023';
import { rule as UM2024 } from './UM2024';
import { rule as UM2025 } from './UM2025';
import { rule as UM3001 } from './UM3001';
import { rule as UM3002 } from './UM3002';
import { rule as UM3003 } from './UM3003';
import { rule as UM3004 } from './UM3004';
import { rule as UM3005 } from './UM3005';
import { rule as UM3006 } from './UM3006';
import { rule as UM3007 } from './UM3007';
import { rule as UM3008 } from './UM3008';
import { rule as UM3009 } from './UM3009';
import { rule as UM3010 } from './UM3010';
import { rule as UM3011 } from './UM3011';
import { rule as UM3012 } from './UM3012';
import { rule as UM3013 } from './UM3013';
import { rule as UM3014 } from './UM3014';
import { rule as UM4001 } from './UM4001';
import { rule as UM4002 } from './UM4002';
import { rule as UM4003 } from './UM4003';
import { rule as UM4004 } from './UM4004';
import { rule as UM4005 } from './UM4005';
import { rule as UM4006 } from './UM4006';
import { rule as UM4007 } from './UM4007';
import { rule as UM4008 } from './UM4008';
import { rule as UM4009 } from './UM4009';
import { rule as UM4010 } from './UM4010';
import { rule as UM4011 } from './UM4011';
import { rule as UM4012 } from './UM4012';
import { rule as UM4013 } from './UM4013';
import { rule as UM4014 } from './UM4014';
import { rule as UM4015 } from './UM4015';
import { rule as UM4016 } from './UM4016';
import { rule as UM4017 } from './UM4017';
import { rule as UM4018 } from './UM4018';
import { rule as UM4019 } from './UM4019';
import { rule as UM4020 } from './UM4020';
import { rule as UM4021 } from './UM4021';
import { rule as UM4022 } from './UM4022';
import { rule as UM4023 } from './UM4023';
import { rule as UM4024 } from './UM4024';
import { rule as UM4025 } from './UM4025';
import { rule as UM4026 } from './UM4026';
import { rule as UM4027 } from './UM4027';
import { rule as UM4028 } from './UM4028';
import { rule as UM4029 } from './UM4029';
import { rule as UM4030 } from './UM4030';
import { rule as UM4031 } from './UM4031';
import { rule as UM4032 } from './UM4032';
import { rule as UM4033 } from './UM4033';
import { rule as UM4034 } from './UM4034';
import { rule as UM4035 } from './UM4035';
import { rule as UM4036 } from './UM4036';
import { rule as UM4037 } from './UM4037';
import { rule as UM4038 } from './UM4038';
import { rule as UM5001 } from './UM5001';
import { rule as UM5002 } from './UM5002';
import { rule as UM5003 } from './UM5003';
import { rule as UM5004 } from './UM5004';
import { rule as UM5005 } from './UM5005';
import { rule as UM5006 } from './UM5006';
import { rule as UM5007 } from './UM5007';
import { rule as UM5008 } from './UM5008';
import { rule as UM5009 } from './UM5009';
import { rule as UM5010 } from './UM5010';
import { rule as UM5011 } from './UM5011';
import { rule as UM5012 } from './UM5012';
import { rule as UM5013 } from './UM5013';
import { rule as UM5014 } from './UM5014';
import { rule as UM5015 } from './UM5015';
import { rule as UM5016 } from './UM5016';
import { rule as UM5017 } from './UM5017';
import { rule as UM5018 } from './UM5018';
import { rule as UM6001 } from './UM6001';
import { rule as UM6002 } from './UM6002';
import { rule as UM6003 } from './UM6003';
import { rule as UM6004 } from './UM6004';
import { rule as UM6005 } from './UM6005';
import { rule as UM6006 } from './UM6006';
import { rule as UM6007 } from './UM6007';
import { rule as UM6008 } from './UM6008';
import { rule as UM6009 } from './UM6009';
import { rule as UM6010 } from './UM6010';
import { rule as UM6011 } from './UM6011';
import { rule as UM6012 } from './UM6012';
import { rule as UM6013 } from './UM6013';
import { rule as UM6014 } from './UM6014';
import { rule as UM6015 } from './UM6015';
import { rule as UM6016 } from './UM6016';
import { rule as UM6017 } from './UM6017';
import { rule as UM6018 } from './UM6018';
import { rule as UM6019 } from './UM6019';
import { rule as UM6020 } from './UM6020';
import { rule as UM6021 } from './UM6021';
import { rule as UM6022 } from './UM6022';
import { rule as UM6024 } from './UM6024';
import { rule as UM7001 } from './UM7001';
import { rule as UM7002 } from './UM7002';
import { rule as UM7003 } from './UM7003';
import { rule as UM7004 } from './UM7004';
import { rule as UM7005 } from './UM7005';
import { rule as UM7006 } from './UM7006';
import { rule as UM7007 } from './UM7007';
import { rule as UM7008 } from './UM7008';
import { rule as UM7009 } from './UM7009';
import { rule as UM8007 } from './UM8007';
import { rule as UM8008 } from './UM8008';
import { rule as UM8009 } from './UM8009';
import { rule as UM8013 } from './UM8013';

/** All rules, by code. */
export const rules: readonly Rule[] = [
  UM0001,
  UM0002,
  UM0003,
  UM0004,
  UM0005,
  UM0006,
  UM0007,
  UM0008,
  UM0009,
  UM0010,
  UM0011,
  UM0012,
  UM0013,
  UM0014,
  UM0015,
  UM0016,
  UM0017,
  UM0018,
  UM1001,
  UM1002,
  UM1003,
  UM1004,
  UM1005,
  UM1006,
  UM1007,
  UM1008,
  UM1009,
  UM1010,
  UM1011,
  UM1012,
  UM1013,
  UM1014,
  UM1015,
  UM1016,
  UM1017,
  UM1018,
  UM1019,
  UM1020,
  UM1021,
  UM1022,
  UM1023,
  UM1024,
  UM1025,
  UM1026,
  UM1027,
  UM1028,
  UM1029,
  UM1030,
  UM1031,
  UM2001,
  UM2002,
  UM2003,
  UM2004,
  UM2005,
  UM2006,
  UM2007,
  UM2008,
  UM2009,
  UM2010,
  UM2011,
  UM2012,
  UM2013,
  UM2014,
  UM2015,
  UM2016,
  UM2017,
  UM2018,
  UM2019,
  UM2020,
  UM2021,
  UM2022,
  UM2023,
  UM2024,
  UM2025,
  UM3001,
  UM3002,
  UM3003,
  UM3004,
  UM3005,
  UM3006,
  UM3007,
  UM3008,
  UM3009,
  UM3010,
  UM3011,
  UM3012,
  UM3013,
  UM3014,
  UM4001,
  UM4002,
  UM4003,
  UM4004,
  UM4005,
  UM4006,
  UM4007,
  UM4008,
  UM4009,
  UM4010,
  UM4011,
  UM4012,
  UM4013,
  UM4014,
  UM4015,
  UM4016,
  UM4017,
  UM4018,
  UM4019,
  UM4020,
  UM4021,
  UM4022,
  UM4023,
  UM4024,
  UM4025,
  UM4026,
  UM4027,
  UM4028,
  UM4029,
  UM4030,
  UM4031,
  UM4032,
  UM4033,
  UM4034,
  UM4035,
  UM4036,
  UM4037,
  UM4038,
  UM5001,
  UM5002,
  UM5003,
  UM5004,
  UM5005,
  UM5006,
  UM5007,
  UM5008,
  UM5009,
  UM5010,
  UM5011,
  UM5012,
  UM5013,
  UM5014,
  UM5015,
  UM5016,
  UM5017,
  UM5018,
  UM6001,
  UM6002,
  UM6003,
  UM6004,
  UM6005,
  UM6006,
  UM6007,
  UM6008,
  UM6009,
  UM6010,
  UM6011,
  UM6012,
  UM6013,
  UM6014,
  UM6015,
  UM6016,
  UM6017,
  UM6018,
  UM6019,
  UM6020,
  UM6021,
  UM6022,
  UM6024,
  UM7001,
  UM7002,
  UM7003,
  UM7004,
  UM7005,
  UM7006,
  UM7007,
  UM7008,
  UM7009,
  UM8007,
  UM8008,
  UM8009,
  UM8013,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
