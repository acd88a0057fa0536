import {
  type Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type RouteParams, type RouteResult, routeRequest } from '../../../server/src/lsp/protocol';
import type { Deployments } from '../deployments';
import { type RouteText, routeText } from './routeText';

export const routeScheme = 'umtopo-route';

interface Query {
  readonly document: string;
  readonly of: string;
}

/** Routes as read-only documents; those that are open follow the deployment. */
export class RouteDocuments implements TextDocumentContentProvider, DocumentLinkProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly #texts = new Map<string, RouteText>();
  readonly #listener: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly client: BaseLanguageClient,
    deployments: Deployments,
  ) {
    this.#listener = deployments.onDidChange(() => {
      for (const uri of this.#texts.keys()) this.#changed.fire(Uri.parse(uri, true));
    });
  }

  /**
   * The address of a route's document.
   * @throws what the server says when it knows no such user, contact or number
   */
  async open(document: Uri, of: string): Promise<Uri> {
    const query: Query = { document: this.client.code2ProtocolConverter.asUri(document), of };
    const uri = Uri.from({ scheme: routeScheme, path: `/Route of ${of}.md`, query: JSON.stringify(query) });
    await this.#load(uri);
    // A document that is still open shows its old text until it is told.
    this.#changed.fire(uri);
    return uri;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    try {
      return (await this.#load(uri)).text;
    } catch (error) {
      return `${error instanceof Error ? error.message : error}\n`;
    }
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const links = this.#texts.get(document.uri.toString())?.links ?? [];
    return links.map(({ line, start, end, uri, target }) => {
      const link = new DocumentLink(
        new Range(line, start, line, end),
        Uri.parse(uri, true).with({ fragment: `L${target}` }),
      );
      link.tooltip = 'Go to the line that decides this';
      return link;
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  async #load(uri: Uri): Promise<RouteText> {
    const { document, of } = JSON.parse(uri.query) as Query;
    const params: RouteParams = { textDocument: { uri: document }, of };
    const text = routeText(await this.client.sendRequest<RouteResult>(routeRequest, params));
    this.#texts.set(uri.toString(), text);
    return text;
  }
}
