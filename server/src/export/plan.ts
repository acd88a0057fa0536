import type { Place } from '../rules/types';
import type { RecordType, ZoneScope } from './dns/record';

/**
 * The plan of an export: what the scripts do, as data. One printer turns it into PowerShell; rollback, verification and the tests read the data.
 */

/** The value of a parameter. A text becomes one literal, `null` is PowerShell's `$null`; `add`: the texts are added to the list that is there. */
export type Value = string | number | boolean | null | readonly string[] | { readonly add: readonly string[] };

/** One parameter of a call; without a value it is a switch. */
export interface Parameter {
  readonly name: string;
  readonly value?: Value;
}

/** One call of a cmdlet. */
export interface Call {
  readonly cmdlet: string;
  readonly parameters: readonly Parameter[];
}

/** The shells, one script each. */
export type Shell = 'lync' | 'exchange' | 'online' | 'dns';

/** The order of the steps: what a step of a later phase needs is done by an earlier one. */
export const phases = [
  'prerequisites',
  'dns',
  'sipDomain',
  'accessEdge',
  'replication',
  'internalDns',
  'provider',
  'federation',
  'media',
  'policy',
  'users',
  'hostedVoiceMail',
  'hostedContacts',
  'afterExchange',
  'rerouting',
  'umDialPlan',
  'umMailboxPolicy',
  'umServer',
  'exchUcUtil',
  'umIPGateway',
  'umAutoAttendant',
  'umMailbox',
] as const;
export type Phase = (typeof phases)[number];

/** How a value that was found is compared with the wanted one. */
export type Comparison =
  /** As PowerShell's `-eq` does: texts without regard to case, nothing equals an empty text. */
  | 'value'
  /** A list, or a text of parts joined by commas: the same parts, blanks and order don't matter. */
  | 'list'
  /** A list that holds all of the wanted texts, and may hold more. */
  | 'contains'
  /** A granted policy, which is shown with `Tag:` before its name or without. */
  | 'policy';

/** A property of the object that `get` finds, and what it is to be. */
export interface Wanted {
  readonly property: string;
  readonly value: Value;
  readonly compare: Comparison;
  /** It can't be changed after creation: what to do when it differs. */
  readonly immutable?: string;
}

/** Makes one object as declared: get, compare, then create or change; nothing where it is so already. */
export interface ObjectAction {
  readonly type: 'object';
  /** What a prompt says is changed: "hosting provider ExchangeOnline". */
  readonly target: string;
  readonly get: Call;
  readonly wanted: readonly Wanted[];
  /** One after the other where nothing is found; absent for what always exists. */
  readonly create?: readonly Call[];
  /** Without `create`: what is said when nothing is found. */
  readonly absent?: string;
  /** Without `create`: the step that makes it. With `-WhatIf` it hasn't. */
  readonly madeBy?: string;
  /** Where a wanted value differs; absent when nothing of it can be changed. */
  readonly change?: Call;
  /** To be done by hand when it was created or changed: a service to restart. */
  readonly afterwards?: string;
  /** The object is changed too when the name of its type holds this text: it is set in another way than it should. */
  readonly otherType?: string;
}

/** Looks whether something holds that later steps stand on; changes nothing. */
export interface CheckAction {
  readonly type: 'check';
  readonly check: Check;
}

export type Check =
  /** The cmdlets of the shell are there. */
  | {
      readonly kind: 'shell';
      /** What it is called. */
      readonly shell: string;
      readonly cmdlets: readonly string[];
      readonly modules: readonly string[];
      /** Finds something in no other session than the right one: its cmdlets have names that others have too. */
      readonly only?: Call;
    }
  /** The call finds something. */
  | { readonly kind: 'found'; readonly get: Call; readonly missing: string }
  /** The call answers true; if not it is only said, because not everybody needs it. */
  | { readonly kind: 'true'; readonly test: Call; readonly otherwise: string }
  /** Every replica of the Central Management store is up to date; it is waited for. */
  | { readonly kind: 'replication' }
  /** A synthetic transaction succeeds; if not it is only said. It goes as the test users of health monitoring, or as a user whose credentials somebody gives. */
  | {
      readonly kind: 'transaction';
      readonly test: Call;
      /** The SIP address that is tried, unless another is named; empty when the topology names none. */
      readonly user: string;
      readonly otherwise: string;
    }
  /** An SRV record resolves from inside, to the Access Edge. */
  | { readonly kind: 'srv'; readonly name: string; readonly target: string; readonly otherwise: string }
  /** A record of a zone is answered as planned: each of the texts is part of the answer. */
  | {
      readonly kind: 'record';
      readonly zones: ZoneScope;
      readonly name: string;
      readonly recordType: RecordType;
      readonly answer: readonly string[];
    }
  /** The users of the wave before are as its list says. */
  | { readonly kind: 'wave'; readonly wave: string; readonly settings: readonly UserSetting[] }
  /** The files around the script are those of this export, as `manifest.json` lists them. */
  | {
      readonly kind: 'export';
      /** SHA-256 of the topology that the script was made of. */
      readonly source: string;
    }
  /** `users.csv` is there and has the columns that the script reads. */
  | { readonly kind: 'usersFile'; readonly columns: readonly string[] };

/** What is set of each user of `users.csv`. */
export type UserSetting =
  | { readonly kind: 'enable' }
  /** The home pool. `asked`: users move only with `-MoveUsers`. `confirm`: `Move-CsUser` of this version has `-Confirm`. */
  | { readonly kind: 'pool'; readonly asked: boolean; readonly confirm: boolean }
  /** A parameter of `Set-CsUser`, from a column. `clear`: an empty cell means `$null`, else it means leave alone. */
  | {
      readonly kind: 'parameter';
      readonly parameter: string;
      readonly column: string;
      readonly type: 'boolean' | 'text';
      readonly clear: boolean;
    }
  /** A grant, from a column. `clear` as before. */
  | {
      readonly kind: 'grant';
      readonly cmdlet: string;
      readonly column: string;
      readonly property: string;
      readonly clear: boolean;
    };

/** Brings users to what their rows in `users.csv` say, in batches: one who fails is recorded and the rest go on. */
export interface UsersAction {
  readonly type: 'users';
  /** Where the rows come from: `users.csv`, or for the way back what was found before the first change. */
  readonly from: 'list' | 'snapshot';
  readonly users: number;
  readonly settings: readonly UserSetting[];
}

/** A service of Windows on a server. */
export interface ServiceOf {
  readonly computer: string;
  readonly service: string;
}

/** What no cmdlet does, or none without asking first: run where it can be, else stated with what to enter, waited for, and looked for again. */
export interface ManualAction {
  readonly type: 'manual';
  readonly instructions: readonly string[];
  /** What to enter where. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Finds something when it is done. */
  readonly done?: Call;
  /** Finds nothing when it is done. */
  readonly gone?: Call;
  /** It is done when Exchange has a gateway for each pool and a hunt group for each dial plan. */
  readonly known?: { readonly pools: readonly string[]; readonly dialPlans: readonly string[] };
  /** Nothing is to be done unless one of these steps has changed something in the same run. */
  readonly onlyAfter?: readonly string[];
  /** Said where later steps have to wait for it: the script ends here. */
  readonly stop?: string;
  /** Run when the administrator asks for it with `-RestartServices`. */
  readonly calls?: readonly Call[];
  /** Restarted when the administrator asks for it with `-RestartServices`. */
  readonly services?: readonly ServiceOf[];
  /** A script in the folder `Scripts` of Exchange, run where it is found. */
  readonly tool?: { readonly name: string; readonly parameters: readonly Parameter[] };
  /** Nothing is to be done: it is only told. */
  readonly onlyTold?: true;
}

/** Enables the mailboxes of users for UM whose `UmDialPlan` cell is one of these: those that are enabled already are left alone. */
export interface MailboxesAction {
  readonly type: 'mailboxes';
  /** Which mailboxes: those that `users.csv` names, or for the way back those that were enabled. */
  readonly from: 'list' | 'snapshot';
  readonly users: number;
  readonly dialPlans: readonly string[];
  /** Exchange 2016 can enable a mailbox for Cloud Voicemail instead. */
  readonly cloud: boolean;
}

/** Takes one step of another script back, by the snapshot that it left; nothing where it left none. */
export interface RestoreAction {
  readonly type: 'restore';
  /** What the step did. */
  readonly of: ObjectAction;
  readonly remove?: Call;
  readonly along?: readonly Along[];
  readonly opposite?: Call;
}

/** What came along with an object, and has to go before it: all that the call finds. */
export interface Along {
  readonly get: Call;
  /** The cmdlet, which takes `-Identity`. */
  readonly remove: string;
}

/** Adds the records of a name and type that are missing in a zone of Windows DNS. What is there is compared, and never changed. */
export interface DnsRecordsAction {
  readonly type: 'dnsRecords';
  /** Runs only where the administrator names these zones by `-Zones`. */
  readonly zones: ZoneScope;
  readonly zone: string;
  /** What a prompt says is added: "sip.contoso.com A". */
  readonly target: string;
  readonly recordType: RecordType;
  readonly getZone: Call;
  /** Finds all records of the name. */
  readonly get: Call;
  /** The planned records, as found ones are written for comparison. */
  readonly texts: readonly string[];
  /** One call a record; absent where nothing is added. */
  readonly add?: readonly { readonly text: string; readonly call: Call }[];
  /** Without `add`: why, and what to do. */
  readonly otherwise?: string;
  /** Without `add`: the types that serve when one is there. */
  readonly alike: readonly RecordType[];
  /** A pattern of `-like`: other records of the type that match it make the planned ones wrong. */
  readonly rivals?: string;
  /** The kind of declaration by which the topology takes over what is there. */
  readonly declaredBy: string;
  /** Removes what was added, by the snapshot. */
  readonly takesBack?: boolean;
}

export type Action =
  | ObjectAction
  | CheckAction
  | UsersAction
  | MailboxesAction
  | ManualAction
  | RestoreAction
  | DnsRecordsAction;

/** How a step is taken back. */
export type Undo =
  /** It changed nothing. */
  | { readonly type: 'nothing' }
  /**
   * What it created is removed; what it changed gets the values of the snapshot by the same cmdlet, or by `opposite`, which has none. `except`: what of it stays,
   * and why.
   */
  | {
      readonly type: 'restore';
      readonly remove?: Call;
      readonly along?: readonly Along[];
      readonly opposite?: Call;
      readonly except?: string;
    }
  /** It can't be: why. */
  | { readonly type: 'irreversible'; readonly reason: string };

/** One step of a script. */
export interface Step {
  /** By which `-Only` and `-From` name it: letters, digits and `.-_~`. */
  readonly id: string;
  readonly title: string;
  readonly phase: Phase;
  /** Why it is there. */
  readonly why: string;
  /** How to see that it worked. */
  readonly proof: string;
  readonly action: Action;
  readonly undo: Undo;
  /** Ids of the steps that come first. */
  readonly requires: readonly string[];
  /** Keys of the sources that ask for it. */
  readonly source: readonly string[];
  /** What in the topology caused it; never empty. */
  readonly causes: readonly Place[];
}

/** What one script does, in order. */
export interface Plan {
  readonly shell: Shell;
  readonly steps: readonly Step[];
}
