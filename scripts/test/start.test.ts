import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { loadContract } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as { port: number }).port };
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts everything like `pnpm start`, and collects the output. */
function start(env: Record<string, string>): {
  child: ChildProcess;
  printed(): string;
  exit: Promise<number | null>;
} {
  const child = spawn(process.execPath, ['scripts/start.ts'], { cwd: root, env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, printed: () => printed, exit };
}

test('start cancels the example order, prints a curl command for it, serves the docs, and stops everything on SIGINT', async () => {
  const ports = { AX_MOCK_PORT: String(await freePort()), AX_DOCS_PORT: String(await freePort()) };
  const { child, printed, exit } = start(ports);
  await expect.poll(printed, { timeout: 50_000 }).toContain('Watching spec/');

  const { success, orderCode, request } = await loadContract();
  const [example] = Object.values(request.examples);
  const path = { [orderCode.name]: String(orderCode.example) };
  const sent = { path, headers: {}, body: example?.value };
  const order = JSON.parse(/^\{$[\s\S]*?^\}$/m.exec(printed())?.[0] ?? 'null');
  expect(unmetEchoes({ ...success, orderPointer: '' }, sent, order)).toEqual([]);
  const curl = /^curl [\s\S]*?}'$/m.exec(printed())?.[0] ?? '';
  const repeated = JSON.parse(execFileSync('sh', ['-c', `${curl} --silent`], { encoding: 'utf8' }));
  expect(unmetEchoes(success, sent, repeated)).toEqual([]);
  for (const page of ['/', '/en/']) {
    expect((await fetch(`http://127.0.0.1:${ports.AX_DOCS_PORT}${page}`)).status).toBe(200);
  }

  child.kill('SIGINT');
  expect(await exit).toBe(0);
  for (const port of Object.values(ports)) {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  }
});

test.each([
  ['AX_MOCK_PORT', 'AX_DOCS_PORT'],
  ['AX_DOCS_PORT', 'AX_MOCK_PORT'],
])(
  'start fails at a busy port, names the port and %s, and leaves nothing running',
  async (variable, other) => {
    const { server, port } = await listen();
    onTestFinished(() => void server.close());
    const free = await freePort();
    const { printed, exit } = start({ [variable]: String(port), [other]: String(free) });
    expect(await exit).toBe(1);
    expect(printed()).toContain(String(port));
    expect(printed()).toContain(variable);
    await expect(fetch(`http://127.0.0.1:${free}/`)).rejects.toThrow();
  },
);
