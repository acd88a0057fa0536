/** What can happen to a call, in words; the keys are the language's. */
export const eventNames: Readonly<Record<string, string>> = {
  noAnswer: 'No answer',
  busy: 'Busy',
  forwarded: 'Forwarded to voice mail',
  doNotDisturb: 'Do not disturb',
  direct: 'Straight to voice mail',
  callVoicemail: 'Calls own voice mail',
  missedCall: 'Missed-call notification',
  mwi: 'Message waiting light',
  playOnPhone: 'Play on Phone',
  escape: 'Mobile phone answers',
  wanOutage: 'WAN of the branch is down',
};
