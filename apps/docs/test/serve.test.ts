import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFolder } from '../src/compress.ts';
import { type Docs, startDocs } from '../src/serve.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let parent = '';
let docs: Docs;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'docs-serve-'));
  await mkdir(join(parent, 'site', 'en'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'secret');
  await writeFile(join(parent, 'site-secret.txt'), 'secret');
  await writeFile(join(parent, 'site', 'index.html'), '<p>한국어</p>');
  await writeFile(join(parent, 'site', 'en', 'index.html'), '<p>English</p>');
  await writeFile(join(parent, 'site', 'openapi.yaml'), 'openapi: 3.1.0');
  await writeFile(join(parent, 'site', 'docs-0123abcd.css'), 'body { color: red }'.repeat(100));
  await writeFile(join(parent, 'site', '404.html'), '<base href="./"><a href="index.html">문서</a>');
  await compressFolder(join(parent, 'site'));
  docs = await startDocs({ port: 0, root: pathToFileURL(join(parent, 'site')) });
});
afterAll(async () => {
  await docs.close();
  await rm(parent, { recursive: true, force: true });
});

describe('The docs server', () => {
  it('serves the index page of a folder, with its content type and charset', async () => {
    const korean = await fetch(docs.url);
    expect(korean.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
    expect(await korean.text()).toBe('<p>한국어</p>');
    const contract = await fetch(`${docs.url}openapi.yaml`);
    expect(contract.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
  });

  it('redirects a folder without a trailing slash to the one with it, so that relative links work', async () => {
    const response = await fetch(`${docs.url}en`);
    expect(response.url).toBe(`${docs.url}en/`);
    expect(await response.text()).toBe('<p>English</p>');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/en/../../secret.txt',
    '/..\\secret.txt',
    '/../site-secret.txt',
    '/%00',
    '/%',
    '//secret.txt',
  ])('responds 404 to %s, which is not in the docs', async (target) => {
    const response = await sendRaw(docs.url, `GET ${target} HTTP/1.1`);
    expect(response).toMatch(/^HTTP\/1\.1 404 /);
    expect(response).not.toMatch(/\nsecret/);
  });

  it('never redirects to another server', async () => {
    expect(await sendRaw(docs.url, 'GET //en HTTP/1.1')).toMatch(/\r\nLocation: en\/\r\n/i);
  });

  it.each(['br', 'gzip'])('sends the compressed copy to clients that accept %s', async (encoding) => {
    const headers = { 'accept-encoding': encoding };
    const response = await fetch(`${docs.url}docs-0123abcd.css`, { headers });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(200);
    expect(await response.text()).toBe('body { color: red }'.repeat(100));
    expect((await fetch(`${docs.url}docs-0123abcd.css.gz`)).status).toBe(404);
  });

  it('lets browsers cache a file with a hash forever, and revalidate every other file by its ETag', async () => {
    const hashed = await fetch(`${docs.url}docs-0123abcd.css`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const page = await fetch(docs.url);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const etag = page.headers.get('etag') ?? '';
    const again = await fetch(docs.url, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it.each([
    ['nowhere', './'],
    ['en/no/where.html', '../../'],
  ])('responds to /%s with the 404 page, whose links lead to the docs', async (path, base) => {
    const response = await fetch(docs.url + path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(`<base href="${base}"><a href="index.html">문서</a>`);
  });

  it('serves files that are built while it runs', async () => {
    await writeFile(join(parent, 'site', 'new-0123abcd.js'), 'fresh()');
    expect(await (await fetch(`${docs.url}new-0123abcd.js`)).text()).toBe('fresh()');
  });

  it('responds to HEAD, and refuses methods that write', async () => {
    expect((await fetch(docs.url, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(docs.url, { method: 'PATCH' })).status).toBe(405);
  });

  it('names the port that is in use, and the variable for another port', async () => {
    const { port } = new URL(docs.url);
    const root = pathToFileURL(join(parent, 'site'));
    await expect(startDocs({ port: Number(port), root })).rejects.toThrow(
      new RegExp(`Port ${port} on 127.0.0.1 is in use.*AX_DOCS_PORT`),
    );
  });

  it('says how to build the docs when they are missing', async () => {
    const root = pathToFileURL(join(parent, 'nothing'));
    await expect(startDocs({ port: 0, root })).rejects.toThrow('pnpm site');
  });
});

describe('The docs command', () => {
  it('tells its parent the URL, and exits with 0 on SIGTERM', async () => {
    const child = fork(MAIN, { env: { ...process.env, AX_DOCS_PORT: '0' }, stdio: 'pipe' });
    expect(await firstMessage(child)).toEqual({
      ready: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
    });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each(['abc', '70000', '-1'])('refuses the port %s with one line and exit code 1', async (port) => {
    const child = fork(MAIN, { env: { ...process.env, AX_DOCS_PORT: port }, stdio: 'pipe' });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(stderr).toBe(`AX_DOCS_PORT is "${port}". Give a port between 0 and 65535, for example 4020.\n`);
  });
});

/**
 * Waits for the first message of a child.
 *
 * @throws {Error} with its output, if it ends before; it does so if the docs have not been built
 */
async function firstMessage(child: ChildProcess): Promise<unknown> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const closed = once(child, 'close').then(([code]) => {
    throw new Error(`The command ended with ${code}: ${stderr}`);
  });
  const [message] = await Promise.race([once(child, 'message'), closed]);
  return message;
}

/** Sends a request line unchanged; `fetch` would normalize the path. */
function sendRaw(url: string, line: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line}\r\nHost: docs\r\nConnection: close\r\n\r\n`),
    );
    let response = '';
    socket.setEncoding('utf8').on('data', (text) => {
      response += text;
    });
    socket.once('end', () => resolve(response)).once('error', reject);
  });
}
