import { dnsFunctions } from './library/dns';
import { restoreFunctions } from './library/restore';
import { stepFunctions } from './library/steps';
import { surroundingFunctions } from './library/surroundings';
import { userFunctions } from './library/users';

/** The functions that scripts bring along, as they stand in them. Windows PowerShell 3.0; nothing of a topology gets in here. */
const library = [stepFunctions, surroundingFunctions, userFunctions, restoreFunctions, dnsFunctions].join('\n\n');

/** One function with what stands above it. */
interface LibraryFunction {
  readonly name: string;
  readonly text: string;
}

const functions: readonly LibraryFunction[] = partsOf(library);

function partsOf(text: string): LibraryFunction[] {
  const found: LibraryFunction[] = [];
  let above = '';
  for (const part of text.split(/\n\n(?=#|\$|function )/)) {
    const name = /^function ([\w-]+)/m.exec(part)?.[1];
    if (name === undefined) above += `${part}\n\n`;
    else {
      found.push({ name, text: above + part });
      above = '';
    }
  }
  return found;
}

/** The functions that a text calls, and those that these call, in the order of the library. */
export function libraryFor(text: string): string[] {
  const wanted = new Set<LibraryFunction>();
  const look = (inside: string): void => {
    for (const each of functions) {
      if (wanted.has(each) || !new RegExp(`(?<![\\w-])${each.name}(?![\\w-])`).test(inside)) continue;
      wanted.add(each);
      look(each.text);
    }
  };
  look(text);
  return functions.filter((each) => wanted.has(each)).map((each) => each.text);
}
