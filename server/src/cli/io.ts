/** What a command may print to. Results go to `out`, everything else to `err`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether the results go to a terminal. */
  readonly terminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Of the package. */
  readonly version: string;
}

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
}

/** Colours, or none: `--color`, then NO_COLOR, then whether a terminal reads. */
export function styleFor(color: string, io: Io): Style {
  const on = color === 'always' || (color === 'auto' && io.terminal && !io.env.NO_COLOR && io.env.TERM !== 'dumb');
  const paint =
    (open: number, close: number) =>
    (text: string): string =>
      on && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    green: paint(32, 39),
  };
}
