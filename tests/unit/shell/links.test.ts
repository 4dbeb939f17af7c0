import { describe, expect, it } from 'vitest';
import { checkedExternalLink } from '../../../src/main/shell/external-links';
import { isOwnPage } from '../../../src/main/shell/own-page';

describe('a link that leaves the app', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['https://wa.me/919876543210?text=Hello', 'https://wa.me/919876543210?text=Hello'],
    ['mailto:meera@example.org', 'mailto:meera@example.org'],
    ['upi://pay?pa=asha@upi&am=120.00', 'upi://pay?pa=asha@upi&am=120.00'],
    ['HTTPS://EXAMPLE.org', 'https://example.org/'],
  ])('may be %s', (link, opened) => expect(checkedExternalLink(link)).toBe(opened));

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'file://server/share/run.exe',
    'smb://server/share',
    '\\\\server\\share\\run.exe',
    'C:\\Windows\\System32\\cmd.exe',
    'vbscript:x',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'ftp://example.org',
    'ssh://example.org',
    'app://galla/',
    'blob:https://example.org/1',
    'about:blank',
    'tel:112',
    'intent://scan/#Intent;scheme=zxing;end',
    'https://user:secret@example.org',
    'https://example.org@evil.example',
    '//example.org',
    'example.org',
    '',
  ])('may not be %j', (link) => {
    expect(() => checkedExternalLink(link)).toThrow(expect.objectContaining({ code: 'bad_value' }));
  });
});

describe('a navigation inside the app', () => {
  const base = 'app://galla/';

  it.each(['app://galla/', 'app://galla/index.html', 'app://galla/#/products', 'app://galla/crashed'])(
    'may go to %s',
    (address) => expect(isOwnPage(address, base)).toBe(true),
  );

  it.each([
    'app://galla/assets/index.js',
    'app://galla/../index.html/x',
    'app://galla.evil/',
    'app://evil/',
    'app://galla:8080/',
    'app://user@galla/',
    'https://galla/',
    'https://example.org/',
    'http://localhost:5173/',
    'file:///index.html',
    'file://galla/index.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:app://galla/1',
    'about:blank',
    'about:srcdoc',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'view-source:app://galla/',
    'app://galla/display.html',
    'not a url',
    '',
  ])('may not go to %j', (address) => expect(isOwnPage(address, base)).toBe(false));
});

describe('a navigation inside the customer’s window', () => {
  const base = 'app://galla/display.html';

  it.each([base, `${base}#x`])('may go to %s', (address) => expect(isOwnPage(address, base)).toBe(true));

  it.each([
    'app://galla/',
    'app://galla/index.html',
    'app://galla/crashed',
    'app://galla/assets/index.js',
    'about:blank',
  ])('may not go to %s', (address) => expect(isOwnPage(address, base)).toBe(false));
});
