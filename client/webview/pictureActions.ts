import type { PictureParams } from '../../server/src/lsp/protocol';
import { rasterize } from './rasterize';
import type { PageAction, PageContext } from './views';

/** What takes the picture that is seen elsewhere: the ladder while it is shown, else the graph. */
export const pictureActions: readonly PageAction[] = [
  {
    title: 'Save as SVG…',
    run: (context) =>
      take(context, { format: 'svg' }, ({ name, text }) =>
        context.bridge.send({ type: 'save', name, format: 'svg', content: text }),
      ),
  },
  {
    title: 'Save as PNG…',
    run: (context) =>
      take(context, { format: 'svg', theme: shownTheme() }, async ({ name, text }) => {
        context.bridge.send({ type: 'save', name, format: 'png', content: await rasterize(text) });
      }),
  },
  {
    title: 'Copy as Mermaid',
    run: (context) => take(context, { format: 'mermaid' }, ({ text }) => context.bridge.send({ type: 'copy', text })),
  },
];

async function take(
  { picture, asked, bridge, seen }: PageContext,
  how: Pick<PictureParams, 'format' | 'theme'>,
  then: (picture: { readonly name: string; readonly text: string }) => void | Promise<void>,
): Promise<void> {
  const ladder = seen === 'ladder' && asked;
  const what = ladder
    ? { view: 'ladder' as const, of: asked.of, event: asked.event, wave: asked.wave }
    : { view: 'graph' as const, wave: picture.wave };
  try {
    const answer = await bridge.request('umtopo/picture', { ...what, ...how });
    if ('refused' in answer) bridge.send({ type: 'unable', message: answer.refused });
    else await then(answer);
  } catch (error) {
    bridge.send({ type: 'unable', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Pixels keep the theme that the picture is seen in. */
function shownTheme(): 'light' | 'dark' {
  const { classList } = document.body;
  const light = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
  return light ? 'light' : 'dark';
}
