import { type Disposable, type FileDecoration, ThemeColor, type Uri, window } from 'vscode';
import { problemScheme } from './items';

/** Colours entries that have problems, and tells how many: as files in the Explorer are. */
export function registerDecorations(): Disposable {
  return window.registerFileDecorationProvider({ provideFileDecoration: decoration });
}

function decoration({ scheme, query }: Uri): FileDecoration | undefined {
  if (scheme !== problemScheme) return undefined;
  const [errors = 0, warnings = 0] = query.split(',').map(Number);
  if (errors > 0)
    return { badge: badge(errors), color: new ThemeColor('list.errorForeground'), tooltip: words(errors, 'error') };
  if (warnings > 0)
    return {
      badge: badge(warnings),
      color: new ThemeColor('list.warningForeground'),
      tooltip: words(warnings, 'warning'),
    };
  return undefined;
}

/** There is room for two characters. */
function badge(count: number): string {
  return count > 9 ? '9+' : String(count);
}

function words(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
