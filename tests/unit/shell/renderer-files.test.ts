import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerRequest, createRendererFiles } from '../../../src/main/shell/renderer-files';

let folder: string;
let answer: AnswerRequest;
const get = (url: string) => answer({ method: 'GET', url });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-renderer-'));
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(
    join(root, 'index.html'),
    '<script nonce="__CSP_NONCE__"></script><style nonce="__CSP_NONCE__"></style>',
  );
  writeFileSync(join(root, 'assets/index-1.js'), 'export {}');
  writeFileSync(join(root, 'assets/font.woff2'), Buffer.from([0, 1, 2, 255]));
  writeFileSync(join(root, 'assets/odd.exe'), 'x');
  symlinkSync(join(folder, 'secret.js'), join(root, 'assets/link.js'));
  answer = createRendererFiles(root, 'app://galla', { '/crashed': () => '<style nonce="__CSP_NONCE__"></style>' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the app:// handler', () => {
  it('serves the page with the policy, letter by letter, and a fresh nonce each time', async () => {
    const nonces = await Promise.all(
      ['app://galla/', 'app://galla/index.html', 'app://galla/?a=1#/products'].map(async (url) => {
        const response = await get(url);
        const nonce = /nonce="([^"]+)"/.exec(response.body.toString())?.[1];
        expect(response.status).toBe(200);
        expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
        expect(response.headers['content-security-policy']).toBe(
          "default-src 'none'; script-src 'self'; " +
            `style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; ` +
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
        );
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(3);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });

  it('puts the same nonce everywhere in one page', async () => {
    const found = (await get('app://galla/')).body.toString().matchAll(/nonce="([^"]+)"/g);
    expect(new Set([...found].map(([, nonce]) => nonce)).size).toBe(1);
  });

  it.each([
    ['app://galla/assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['app://galla/assets/font.woff2', 'font/woff2'],
  ])('serves %s as %s, not to be sniffed', async (url, type) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it('serves a file byte by byte', async () => {
    const { body } = await get('app://galla/assets/font.woff2');
    expect([...body]).toEqual([0, 1, 2, 255]);
  });

  it('serves the crash page, which is no file', async () => {
    expect((await get('app://galla/crashed')).status).toBe(200);
  });

  it.each([
    'app://galla/../secret.js',
    'app://galla/assets/../../secret.js',
    'app://galla/%2e%2e/secret.js',
    'app://galla/..%2fsecret.js',
    'app://galla/%2e%2e%2fsecret.js',
    'app://galla/assets/..%2f..%2fsecret.js',
    'app://galla/..%5csecret.js',
    'app://galla/..\\secret.js',
    'app://galla/%252e%252e%252fsecret.js',
    'app://galla//etc/passwd',
    'app://galla/etc/passwd',
    'app://galla/index.html%00.js',
    'app://galla/index.html%00',
    'app://galla/INDEX.HTML',
    'app://galla/assets',
    'app://galla/assets/',
    'app://galla/assets/link.js',
    'app://galla/assets/odd.exe',
    'app://galla/assets/nothing.js',
    'app://galla/__proto__',
    'app://galla/constructor',
    'app://galla.evil/index.html',
    'app://evil/index.html',
    'app://galla:80/index.html',
    'app:/index.html',
    'app:index.html',
    'file:///etc/passwd',
    'https://galla/index.html',
    'not a url',
    '',
  ])('does not serve %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(response.body).toHaveLength(0);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('does not answer %s', async (method) => {
    expect((await answer({ method, url: 'app://galla/' })).status).toBe(405);
  });
});
