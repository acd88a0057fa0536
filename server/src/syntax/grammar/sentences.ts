import { nearest, orList, sameWord } from '../../base/words';
import { kindOf } from '../../vocabulary';
import type { Crowd, ExpectNode, Filter, MoveNode, PropertyNode, Selection, Word } from '../ast';
import { endsMove, moveContext, propertyIn } from '../context';
import { callEvents, filterWords, mailboxPlaces } from '../keywords';
import { looksLikeAddress } from '../lexer';
import { rowProperties } from '../rowScanner';
import { Comma } from '../tokens';
import { changeTo, replacement } from './messages';
import { PropertyGrammar } from './properties';

const rowWords = rowProperties.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);

/** `move` and `expect`: what reads like a sentence. */
export abstract class SentenceGrammar extends PropertyGrammar {
  // ---- who

  protected readonly selection = this.RULE('selection', (): Selection => {
    return this.OR({
      DEF: [
        {
          GATE: () => this.is(1, 'every') && this.wordOnLine(2),
          ALT: () => {
            const every = this.SUBRULE(this.anyWord);
            const crowd = this.SUBRULE(this.crowd);
            return this.ACTION((): Selection => ({ type: 'every', start: every.start, end: crowd.end, crowd }));
          },
        },
        {
          GATE: () => this.is(1, 'call') && this.is(2, 'to') && !this.at(2).newline,
          ALT: () => {
            const call = this.SUBRULE1(this.anyWord);
            let number = this.SUBRULE2(this.anyWord);
            let called = false;
            this.OPTION({
              GATE: () => this.wordOnLine(1) && !this.is(1, 'reaches'),
              DEF: () => {
                number = this.SUBRULE3(this.anyWord);
                called = true;
              },
            });
            return this.ACTION((): Selection => {
              if (!called) this.missing(number, 'Say which number is called: `call to +14255550100`');
              return { type: 'call', start: call.start, end: number.end, number };
            });
          },
        },
        {
          ALT: () => {
            const addresses: Word[] = [this.SUBRULE4(this.anyWord)];
            this.MANY(() => {
              const comma = this.CONSUME(Comma);
              this.OPTION1({
                GATE: () => this.isWord(1) && !(this.at(1).newline && !looksLikeAddress(this.at(1).text)),
                DEF: () => addresses.push(this.SUBRULE5(this.anyWord)),
              });
              this.ACTION(() => {
                if (this.at(0) === comma) this.missing(this.word(comma), 'An address is missing behind this comma');
              });
            });
            return this.ACTION((): Selection => {
              this.checkAddresses(addresses);
              return { type: 'addresses', start: addresses[0]?.start ?? 0, end: this.lastEnd(), addresses };
            });
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private checkAddresses(addresses: readonly Word[]): void {
    const wrong = addresses.find((address) => !looksLikeAddress(address.text));
    if (wrong === undefined) return;
    const message = sameWord(wrong.text, 'call')
      ? 'Write `call to` and the number: `call to +14255550100`'
      : `"${wrong.text}" is no address; write addresses, \`every user …\` or \`call to NUMBER\``;
    this.report('UM0001', wrong.start, wrong.end, message);
  }

  protected readonly crowd = this.RULE('crowd', (): Crowd => {
    const filters: Filter[] = [];
    const who = this.SUBRULE(this.anyWord);
    this.MANY({
      GATE: () => this.wordOnLine(1) && (this.is(1, 'in') || this.is(1, 'with')),
      DEF: () => {
        const filter = this.SUBRULE(this.filter);
        this.ACTION(() => {
          if (filter) filters.push(filter);
        });
      },
    });
    return this.ACTION(() => {
      const end = this.lastEnd();
      const of = sameWord(who.text, 'contact') || sameWord(who.text, 'contacts') ? 'contact' : 'user';
      if (!sameWord(who.text, of)) {
        const plural = sameWord(who.text, `${of}s`);
        const message = plural
          ? `Write \`${of}\`, in the singular`
          : 'Only users and contacts can be asked about: `every user …` or `every contact …`';
        this.report('UM0001', who.start, who.end, message, plural ? changeTo(who, of) : undefined);
      }
      return { start: who.start, end, of, filters };
    });
  });

  private readonly filter = this.RULE('filter', (): Filter | undefined => {
    let by: Word | undefined;
    let name: Word | undefined;
    const preposition = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        by = this.SUBRULE1(this.anyWord);
        this.OPTION1({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            name = this.SUBRULE2(this.anyWord);
          },
        });
      },
    });
    return this.ACTION(() => {
      const allowed: readonly Filter['by'][] = sameWord(preposition.text, 'in') ? filterWords.in : filterWords.with;
      const known = allowed.find((candidate) => by && sameWord(candidate, by.text));
      if (known && name) {
        if (known === 'mailbox') this.checkMailbox(name);
        return { start: preposition.start, end: name.end, by: known, name };
      }
      const wanted = orList(allowed.map((word) => `\`${preposition.text} ${word} NAME\``));
      const guess = by && !known ? nearest(by.text, allowed) : undefined;
      const start = known || !by ? preposition.start : by.start;
      const fixes = guess && by ? changeTo(by, guess) : undefined;
      this.report('UM0001', start, (by ?? preposition).end, `Write ${wanted}`, fixes);
      return undefined;
    });
  });

  private checkMailbox(place: Word): void {
    if (mailboxPlaces.some((known) => sameWord(known, place.text))) return;
    const guess = nearest(place.text, mailboxPlaces);
    const message = `"${place.text}" is not one of ${orList(mailboxPlaces)}`;
    this.report('UM1029', place.start, place.end, message, guess ? changeTo(place, guess) : undefined);
  }

  // ---- move

  protected readonly move = this.RULE('move', (): MoveNode => {
    let selection: Selection | undefined;
    let mailbox: Word | undefined;
    const properties: PropertyNode[] = [];
    const failed = this.problems.length;
    const word = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1) && !this.is(1, 'to'),
      DEF: () => {
        selection = this.SUBRULE(this.selection);
      },
    });
    this.OPTION1({
      GATE: () => this.wordOnLine(1) && this.is(1, 'to'),
      DEF: () => {
        const to = this.SUBRULE1(this.anyWord);
        this.OPTION2({
          GATE: () => this.isPlace(),
          DEF: () => {
            mailbox = this.SUBRULE2(this.anyWord);
          },
        });
        this.MANY({
          GATE: () => this.wordOnLine(1) && !this.moveEnds(),
          DEF: () => properties.push(this.SUBRULE(this.property, { ARGS: [moveContext] })),
        });
        this.ACTION(() => {
          mailbox = this.knownPlace(mailbox);
          if (mailbox || properties.length > 0 || this.problems.length > failed) return;
          this.missing(to, 'Say where they move: `to hosted`, `to local`, `to none`, or a property with its new value');
        });
      },
    });
    this.ACTION(() => {
      if (this.problems.length > failed) return;
      const target = mailbox !== undefined || properties.length > 0;
      if (!selection) this.missing(word, 'Say who moves: addresses, or `every user in group NAME`');
      else if (!target) this.missingTo(word);
      else if (this.moveEnds()) this.reportSharedLine();
    });
    this.OPTION3({ GATE: () => !this.moveEnds(), DEF: () => this.SUBRULE(this.restOfLine) });
    return this.ACTION(() => ({
      type: 'move',
      start: word.start,
      end: this.lastEnd(),
      word,
      ...(selection && { selection }),
      ...(mailbox && { mailbox }),
      properties,
    }));
  });

  private moveEnds(): boolean {
    return this.wordOnLine(1) && endsMove(moveContext, this.at(1).text);
  }

  /** What follows is read as what it is, so that only the line is at fault. */
  private reportSharedLine(): void {
    const { start, end, text } = this.word(this.at(1));
    const message = `A \`move\` ends with its line: \`${text}\` starts on a line of its own`;
    this.report('UM0001', start, end, message, replacement('Start a line', { start, end: start }, '\n  '));
  }

  /** Behind `to`: a place, or a word that is no property's, nor like one. */
  private isPlace(): boolean {
    if (!this.wordOnLine(1)) return false;
    if (this.isOneOf(1, mailboxPlaces)) return true;
    const { text } = this.at(1);
    return propertyIn(moveContext, text) === undefined && nearest(text, rowWords) === undefined;
  }

  private knownPlace(place: Word | undefined): Word | undefined {
    if (place === undefined || mailboxPlaces.some((known) => sameWord(known, place.text))) return place;
    const guess = nearest(place.text, mailboxPlaces);
    const places = orList(mailboxPlaces.map((known) => `\`${known}\``));
    const message = `A mailbox moves to ${places}, not to \`${place.text}\``;
    this.report('UM0001', place.start, place.end, message, guess ? changeTo(place, guess) : undefined);
    return undefined;
  }

  private missingTo(move: Word): void {
    const rest = this.wordOnLine(1) ? this.word(this.at(1)) : undefined;
    if (rest === undefined) {
      this.missing(move, 'A move needs its target: `move … to hosted`');
      return;
    }
    const target = [...mailboxPlaces, ...rowWords].some((word) => sameWord(word, rest.text));
    const fixes = target ? replacement('Write `to`', { start: rest.start, end: rest.start }, 'to ') : undefined;
    this.report('UM0001', rest.start, rest.end, 'Write `to` before where they move: `move … to hosted`', fixes);
  }

  // ---- expect

  protected readonly expectation = this.RULE('expectation', (): ExpectNode => {
    let claim: ExpectNode['claim'];
    let event: Word | undefined;
    let when: ExpectNode['when'];
    const failed = this.problems.length;
    const word = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        claim = this.SUBRULE(this.claim);
      },
    });
    this.OPTION1({
      GATE: () => this.wordOnLine(1) && this.is(1, 'on'),
      DEF: () => {
        const on = this.SUBRULE1(this.anyWord);
        this.OPTION2({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            event = this.SUBRULE2(this.anyWord);
          },
        });
        this.ACTION(() => this.checkEvent(on, event, claim));
      },
    });
    this.OPTION3({
      GATE: () => this.wordOnLine(1) && this.isOneOf(1, ['before', 'after']),
      DEF: () => {
        const relation = this.SUBRULE3(this.anyWord);
        this.OPTION4({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            const wave = this.SUBRULE4(this.anyWord);
            this.ACTION(() => {
              when = { relation: sameWord(relation.text, 'before') ? 'before' : 'after', wave };
            });
          },
        });
        this.ACTION(() => {
          if (!when) this.missing(relation, `\`${relation.text}\` needs the name of a wave`);
        });
      },
    });
    this.ACTION(() => {
      if (word.end === this.lastEnd())
        this.missing(word, 'Say what is expected: `expect ADDRESS reaches NAME` or `expect no user unreachable`');
      if (this.problems.length === failed && this.wordOrCommaOnLine()) {
        const { text } = this.at(1);
        const form = 'an expectation ends with `on EVENT`, then `before WAVE` or `after WAVE`';
        this.reportToken(this.at(1), `"${text}" doesn't fit here: ${form}`);
      }
    });
    this.SUBRULE(this.restOfLine);
    return this.ACTION(() => ({
      type: 'expect',
      start: word.start,
      end: this.lastEnd(),
      word,
      ...(claim && { claim }),
      ...(event && { event }),
      ...(when && { when }),
    }));
  });

  private checkEvent(on: Word, event: Word | undefined, claim: ExpectNode['claim']): void {
    if (claim?.type === 'reaches' && claim.selection.type === 'call') {
      const [start, end] = [on.start, (event ?? on).end];
      const message = 'A call to a number has no event: the contact that has the number decides';
      this.report('UM0001', start, end, message, replacement('Remove the event', { start, end }, ''));
    } else if (event === undefined) this.missing(on, '`on` needs an event: `on busy`, `on callVoicemail` …');
    else if (!callEvents.some((known) => sameWord(known, event.text))) {
      const guess = nearest(event.text, callEvents);
      const hint = guess
        ? `did you mean \`${guess}\`?`
        : `the events are ${orList(callEvents.map((known) => `\`${known}\``))}`;
      const message = `There is no event \`${event.text}\`; ${hint}`;
      this.report('UM0001', event.start, event.end, message, guess ? changeTo(event, guess) : undefined);
    }
  }

  private readonly claim = this.RULE('claim', (): ExpectNode['claim'] => {
    return this.OR({
      DEF: [
        { GATE: () => this.is(1, 'no') && this.wordOnLine(2), ALT: () => this.SUBRULE(this.noneUnreachable) },
        { ALT: () => this.SUBRULE(this.reaches) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly noneUnreachable = this.RULE('noneUnreachable', (): ExpectNode['claim'] => {
    const failed = this.problems.length;
    this.SUBRULE(this.anyWord);
    const crowd = this.SUBRULE(this.crowd);
    let last: Word | undefined;
    this.OPTION({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        last = this.SUBRULE1(this.anyWord);
      },
    });
    return this.ACTION((): ExpectNode['claim'] => {
      if (last && sameWord(last.text, 'unreachable')) return { type: 'noneUnreachable', crowd };
      const at = last ?? crowd;
      const fixes = last && nearest(last.text, ['unreachable']) ? changeTo(last, 'unreachable') : undefined;
      if (this.problems.length === failed)
        this.report('UM0001', at.start, at.end, `Write \`no ${crowd.of} … unreachable\``, fixes);
      return undefined;
    });
  });

  private readonly reaches = this.RULE('reaches', (): ExpectNode['claim'] => {
    const failed = this.problems.length;
    const selection = this.SUBRULE(this.selection);
    let reaches: Word | undefined;
    let kind: Word | undefined;
    let target: Word | undefined;
    this.OPTION1({
      GATE: () => this.wordOnLine(1) && this.is(1, 'reaches'),
      DEF: () => {
        reaches = this.SUBRULE2(this.anyWord);
        this.OPTION2({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            target = this.SUBRULE3(this.anyWord);
            this.OPTION3({
              GATE: () => this.wordOnLine(1) && target !== undefined && this.targetFollows(target.text),
              DEF: () => {
                kind = target;
                target = this.SUBRULE4(this.anyWord);
              },
            });
          },
        });
      },
    });
    return this.ACTION((): ExpectNode['claim'] => {
      if (target) return { type: 'reaches', selection, target, ...(kind && { kind }) };
      if (this.problems.length > failed) return undefined;
      const wanted = 'a provider, tenant, UM dial plan, UM server, contact, `hosted`, `local` or `nothing`';
      if (reaches) this.missing(reaches, `\`reaches\` needs a target: ${wanted}`);
      else this.missingReaches(selection);
      return undefined;
    });
  });

  private missingReaches(selection: Selection): void {
    if (!this.wordOnLine(1)) {
      this.missing(selection, 'Say what they reach: `expect … reaches NAME`');
      return;
    }
    const found = this.word(this.at(1));
    const near = nearest(found.text, ['reaches']) ?? /^reach/i.test(found.text);
    const fixes = near ? changeTo(found, 'reaches') : undefined;
    const message = `Behind whom is asked about stands \`reaches NAME\`, not \`${found.text}\``;
    this.report('UM0001', found.start, found.end, message, fixes);
  }

  /** Behind a word in a target's place: the name of an object of that kind follows, rather than `on`, `before` or `after`. */
  private targetFollows(kind: string): boolean {
    if (kindOf(kind) === undefined) return false;
    return !(this.isOneOf(1, ['on', 'before', 'after']) && this.wordOnLine(2));
  }
}
