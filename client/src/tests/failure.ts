import { Location, MarkdownString, TestMessage, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExpectationState } from '../../../server/src/lsp/protocol';
import { failureText } from './failureText';

/** Why an expectation failed. It stands at the line that decides, or else at the expectation. */
export function failureMessage(client: BaseLanguageClient, state: ExpectationState): TestMessage {
  const message = new TestMessage(new MarkdownString(failureText(state)));
  const { uri, range } = state.deciding ?? state;
  message.location = new Location(Uri.parse(uri, true), client.protocol2CodeConverter.asRange(range));
  return message;
}
