import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { orList } from '../base/words';
import { choices, domainFault, modes, newDeployment, servers, unless } from '../templates/newDeployment';
import {
  type DeploymentChoices,
  deploymentChoicesRequest,
  type NewDeploymentParams,
  type NewDeploymentResult,
  newDeploymentRequest,
} from './protocol';

export function registerNewDeployment(connection: Connection): void {
  connection.onRequest(deploymentChoicesRequest, (): DeploymentChoices => ({ ...choices, unless }));
  connection.onRequest(newDeploymentRequest, (params: NewDeploymentParams): NewDeploymentResult => {
    const { name, mode = unless.mode, server = unless.server, domain = unless.domain } = params;
    refuse(modes.includes(mode) ? undefined : `There is no mode "${mode}": it is ${orList(modes)}`);
    refuse(servers.includes(server) ? undefined : `There is no server "${server}": it is ${orList(servers)}`);
    refuse(domainFault(domain));
    return { files: newDeployment({ name, mode, server, domain }) };
  });
}

function refuse(reason: string | undefined): void {
  if (reason !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, reason);
}
