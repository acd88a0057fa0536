/** What a block asks: whose call, on which event, after which wave. */
export interface Question {
  readonly of: string;
  readonly event?: string;
  readonly wave?: string;
}

/**
 * Reads a block as an expectation is written: `carol@contoso.com on busy after Pilot`, on one line or several. A name with blanks stands in quotes.
 * @returns what is wrong with it, in words, where it can't be read
 */
export function readQuestion(text: string): Question | string {
  const words = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const [of, ...rest] = words;
  if (of === undefined) return 'Write an address or a number: alice@contoso.com on busy after Pilot';
  let question: Question = { of };
  for (let i = 0; i < rest.length; i += 2) {
    const [word = '', value] = [rest[i], rest[i + 1]];
    const name = { on: 'event', after: 'wave' }[word.toLowerCase()];
    if (name === undefined) return `"${word}" is not understood: behind the address stands "on EVENT" or "after WAVE"`;
    if (value === undefined)
      return `Behind "${word}" ${name === 'event' ? 'an event' : 'the name of a wave'} is missing`;
    question = { ...question, [name]: value };
  }
  return question;
}
