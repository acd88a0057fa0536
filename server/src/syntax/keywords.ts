/** The words of `move` and `expect`: no kind or property, and known by their place alone. */

/** What can happen to a call: `expect … on EVENT`. */
export const callEvents = [
  'noAnswer',
  'busy',
  'forwarded',
  'doNotDisturb',
  'direct',
  'callVoicemail',
  'missedCall',
  'mwi',
  'playOnPhone',
  'escape',
  'wanOutage',
] as const;

/** What a crowd is narrowed by, behind each preposition. */
export const filterWords = {
  in: ['group', 'pool', 'site', 'domain', 'wave'],
  with: ['policy', 'mailbox'],
} as const;

/** Where a `move` puts a mailbox. */
export const mailboxPlaces = ['hosted', 'local', 'none'] as const;

/** Targets of `reaches` that are no names. */
export const targetWords = ['hosted', 'local', 'nothing'] as const;
