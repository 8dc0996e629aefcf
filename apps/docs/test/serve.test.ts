import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Docs, startDocs } from '../src/index.ts';

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
  docs = await startDocs({ port: 0, root: pathToFileURL(join(parent, 'site')) });
});
afterAll(async () => {
  await docs.close();
  await rm(parent, { recursive: true, force: true });
});

describe('The docs server', () => {
  it('serves a folder as its page, and says its type and its charset', async () => {
    const korean = await fetch(docs.url);
    expect(korean.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await korean.text()).toBe('<p>한국어</p>');
    const contract = await fetch(`${docs.url}openapi.yaml`);
    expect(contract.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
  });

  it('leads a folder without its slash to the one with it, so that relative links work', async () => {
    const answer = await fetch(`${docs.url}en`);
    expect(answer.url).toBe(`${docs.url}en/`);
    expect(await answer.text()).toBe('<p>English</p>');
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
  ])('refuses %s, which is not in the docs', async (target) => {
    const answer = await sendRaw(docs.url, `GET ${target} HTTP/1.1`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toMatch(/\nsecret/);
  });

  it('never sends a reader to another server', async () => {
    expect(await sendRaw(docs.url, 'GET //en HTTP/1.1')).toMatch(/\r\nLocation: en\/\r\n/i);
  });

  it('only reads', async () => {
    expect((await fetch(docs.url, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(docs.url, { method: 'PATCH' })).status).toBe(405);
  });

  it('names the port that is in use, and the setting for another', async () => {
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
  it('tells its parent the address, and ends with 0 when it is told to stop', async () => {
    const child = fork(MAIN, { env: { ...process.env, AX_DOCS_PORT: '0' }, stdio: 'pipe' });
    const [message] = await once(child, 'message');
    expect(message).toEqual({ ready: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) });
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

/** Sends a request line as it is; `fetch` would tidy the path. */
function sendRaw(url: string, line: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line}\r\nHost: docs\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.once('end', () => resolve(answer)).once('error', reject);
  });
}
