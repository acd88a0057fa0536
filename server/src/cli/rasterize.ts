import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from './usage';

const optional = '@resvg/resvg-js';

/** A font that the system brings. */
const families: Partial<Readonly<Record<NodeJS.Platform, string>>> = { win32: 'Segoe UI', darwin: 'Helvetica Neue' };

/** What is used of the optional package. */
interface Resvg {
  readonly Resvg: new (
    svg: string,
    options: { fitTo: { mode: 'zoom'; value: number }; font: { loadSystemFonts: boolean; defaultFontFamily: string } },
  ) => { render(): { asPng(): Uint8Array } };
}

/**
 * A picture as PNG, twice as large as it is drawn. The package that draws it is found beside umtopo or in the working folder.
 * @throws UsageError where it isn't installed, with what to do
 */
export function rasterize(svg: string, cwd: string): Uint8Array {
  const { Resvg } = load([process.argv[1] ?? cwd, join(cwd, 'package.json')]);
  // It takes the first family or its default, and does not look through a list.
  const family = families[process.platform] ?? 'DejaVu Sans';
  const drawable = svg.replace(/font-family:[^;}]+/g, `font-family:'${family}'`);
  const font = { loadSystemFonts: true, defaultFontFamily: family };
  return new Resvg(drawable, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng();
}

function load(places: readonly string[]): Resvg {
  for (const place of places) {
    try {
      return createRequire(place)(optional) as Resvg;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  throw new UsageError(
    `a PNG needs the package ${optional}, which is not installed here: npm install ${optional}; or name a file that ends in .svg, ` +
      'or save the PNG from the preview in VS Code',
  );
}
