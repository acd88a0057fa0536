/** A call that the command line doesn't understand, or a file that can't be read or written: exit code 2, and the message as it stands. */
export class UsageError extends Error {}

export const exitCodes = { clean: 0, errors: 1, usage: 2 } as const;
