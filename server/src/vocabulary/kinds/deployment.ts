import type { Kind } from '../types';
import { boolean, fqdn, kindName, number, oneOf, serverVersionValues, sipAddress, text } from './common';

export const deployment: Kind = {
  name: 'deployment',
  plural: 'deployments',
  singular: 'deployment',
  doc: 'The deployment as a whole: its server version and where its voice mail is answered. The file with this declaration marks the root; every topology file in its folder and below belongs to it.',
  nameType: 'text',
  nameDoc: 'What you call it; no cmdlet takes it.',
  parents: ['file'],
  single: true,
  cmdlets: {},
  madeBy: 'nothing: a fact about the whole',
  group: 'deployment',
  source: ['ARCH', 'SEED'],
  properties: [
    {
      name: 'languageVersion',
      doc: 'The version of this language that the files are written in; it stays 1 until a file of today would mean something else.',
      type: number,
      default: '1',
      fact: true,
      limits: { minimum: 1 },
      source: [],
    },
    {
      name: 'server',
      doc: 'The version of Lync Server or Skype for Business Server; decides which parameters exist and which Exchange versions it can work with.',
      type: oneOf(...serverVersionValues),
      required: true,
      fact: true,
      source: ['SUPPORT', 'SFB-UM', 'UMMIG'],
    },
    {
      name: 'cumulativeUpdate',
      doc: 'The number of the cumulative update installed; Lync Server 2010 needs 3 to work with Exchange 2013 UM. Without it that requirement is not checked.',
      type: number,
      fact: true,
      limits: { minimum: 0 },
      source: ['EX-COEX'],
    },
    {
      name: 'mode',
      doc: 'Where Unified Messaging answers; decides what the deployment must have, an Edge pool, hosting providers or local UM dial plans, and what it must not.',
      type: oneOf(
        {
          value: 'onPremises',
          doc: 'Exchange UM servers in a local forest answer every call; no hosted policy is used.',
        },
        {
          value: 'crossPremises',
          doc: 'The Exchange UM of a hosting provider answers every call, reached through the Edge by federation and a shared SIP address space.',
        },
        {
          value: 'mixed',
          doc: 'Both, user by user; during a migration in waves or for good.',
        },
      ),
      required: true,
      fact: true,
      source: ['ARCH', 'ROUTE'],
    },
    {
      name: 'transitional',
      doc: 'Mixed mode is a stage that is to end: the last wave has to retire the local Unified Messaging.',
      type: boolean,
      default: 'false',
      fact: true,
      source: ['SEED', 'ARCH'],
    },
    {
      name: 'forest',
      doc: 'The Active Directory forest of Lync; when that of Exchange is another one, the two need mutual trust and ExchUCUtil needs `-Forest`.',
      type: fqdn,
      fact: true,
      source: ['OP-TOPO', 'OP-UM'],
    },
    {
      name: 'incomplete',
      doc: 'Kinds of which more objects exist than are declared here: no rule concludes from their absence, and a reference to an undeclared one is no error.',
      type: kindName,
      list: true,
      fact: true,
      source: [],
    },
    {
      name: 'delimiter',
      doc: 'The character between the cells of every CSV file of users, unless a `users` block has its own; Excel in many countries writes semicolons.',
      type: text,
      default: ',',
      fact: true,
      limits: { maximumLength: 1 },
      source: [],
    },
    {
      name: 'senderSipAddress',
      doc: 'The user who leaves the test message in verify.ps1; must be another than the receiver.',
      type: sipAddress,
      cmdlets: ['Test-CsExUMVoiceMail'],
      since: 'lync2013',
      source: ['PS-TESTUM'],
    },
    {
      name: 'receiverSipAddress',
      doc: 'The user whose voice mail gets the test message in verify.ps1; the message stays in the mailbox.',
      type: sipAddress,
      cmdlets: ['Test-CsExUMVoiceMail'],
      since: 'lync2013',
      source: ['PS-TESTUM'],
    },
  ],
  example: `/// Half of the mailboxes have moved to the cloud.
deployment Contoso {
  server lync2013
  mode mixed
  transitional true
  forest contoso.com
}`,
};
