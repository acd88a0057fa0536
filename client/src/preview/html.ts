import { Uri, type Webview } from 'vscode';

/** The page of the preview: nothing from the network, no script or style but the extension's own. */
export function previewHtml(webview: Webview, extension: Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview', name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; img-src data:; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Routing preview</title>
<link rel="stylesheet" href="${file('main.css')}">
</head>
<body>
<script nonce="${nonce}" src="${file('main.js')}"></script>
</body>
</html>`;
}
