import type { Words } from './words';

/**
 * Shown when the window's own process died. Static, without a script, so that it stands when the app does not; its one
 * control is focused, so Enter goes on selling.
 */
export function crashPage(language: string, { crashedTitle, crashed, continueWork }: Words): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>Galla</title>
    <style nonce="__CSP_NONCE__">
      html { color-scheme: light dark; background: light-dark(#f7f7f4, #131416); font: 18px/1.5 system-ui, sans-serif; }
      body { margin: 0; min-height: 100vh; display: grid; place-content: center; justify-items: start; padding: 32px; }
      h1 { font-size: 28px; margin: 0; }
      p { margin: 8px 0 24px; }
      a { padding: 12px 24px; border-radius: 8px; background: #1f5f4a; color: #fff; text-decoration: none; }
      a:focus-visible { outline: 3px solid light-dark(#131416, #fff); outline-offset: 2px; }
    </style>
  </head>
  <body>
    <main>
      <h1>${crashedTitle}</h1>
      <p>${crashed}</p>
      <a href="/" autofocus>${continueWork}</a>
    </main>
  </body>
</html>
`;
}
