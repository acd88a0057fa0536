import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import type { Placement } from '../model/placement';
import { planOf } from '../routing/localRoute';

/** Which Exchange UM each server works with. [SUPPORT] [SFB-UM] [UMMIG] [EX-COEX] */
const supported: Readonly<Record<string, readonly string[]>> = {
  lync2010: ['2007SP1', '2010', '2010SP1', '2013'],
  lync2013: ['2007SP1', '2010', '2010SP1', '2013'],
  sfb2015: ['2010', '2010SP1', '2013', '2016'],
  sfb2019: ['2013', '2016'],
  sfbSE: ['2013', '2016'],
};

const serverNames: Readonly<Record<string, string>> = {
  ocs2007: 'Office Communications Server 2007',
  ocs2007R2: 'Office Communications Server 2007 R2',
  lync2010: 'Lync Server 2010',
  lync2013: 'Lync Server 2013',
  sfb2015: 'Skype for Business Server 2015',
  sfb2019: 'Skype for Business Server 2019',
  sfbSE: 'Skype for Business Server Subscription Edition',
};

export function serverName(server: string): string {
  return serverNames[server] ?? server;
}

/** "Exchange 2007 SP1" */
export function exchangeName(version: string): string {
  return `Exchange ${version.replace('SP', ' SP')}`;
}

/** Whether the UM of an Exchange version is supported with a server. Of servers before Lync nothing is said. */
export function isSupported(server: string, version: string): boolean {
  return supported[server]?.includes(version) ?? true;
}

/** Whether voice mail of Exchange 2019 mailboxes is supported: from Skype for Business Server 2019 on, as Cloud Voicemail. [UMMIG] */
export function takesExchange2019(server: string): boolean {
  return server === 'sfb2019' || server === 'sfbSE';
}

/** Objects of Unified Messaging in an Exchange organization. */
export function umObjects(exchange: Declaration): Declaration[] {
  return exchange.children.filter((child) => child.kind.name.startsWith('um'));
}

/** The organization that holds a local mailbox: the one that is named, that of the UM dial plan, or the only one. */
export function exchangeOf(deployment: Deployment, read: FactReader, placement: Placement): Declaration | undefined {
  const named = read.text(placement, 'exchange');
  if (named !== undefined) return deployment.find('exchange', named);
  const plan = planOf(deployment, read, placement);
  if (plan) return plan.organization;
  const all = deployment.all('exchange');
  return all.length === 1 && !deployment.isIncomplete('exchange') ? all[0] : undefined;
}
