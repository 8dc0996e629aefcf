import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { OPTIONS } from '../src/settings.ts';
import { contract, order, orderPath, scenarios, send } from './exchange.ts';
import * as pinned from './pinned.ts';

/** An order code that is unknown in an edited contract. */
const GONE = '00000000-0000-4000-8000-00000000dead';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the command as `pnpm start` does, as a child with a channel. */
function run(environment: Record<string, string>, args: string[] = []) {
  const env = { ...process.env, ...environment };
  const child = fork(MAIN, args, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.err += text;
  });
  const exited = once(child, 'exit').then(([code]: unknown[]) => code);
  return { child, output, exited };
}

async function ready(child: ChildProcess): Promise<string> {
  const [message] = await once(child, 'message');
  expect(message).toEqual({ ready: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  return message.ready;
}

describe('The command', { timeout: 20_000 }, () => {
  it('tells its parent process and prints where it listens, and prints nothing else', async () => {
    const { child, output } = run({ AX_MOCK_PORT: '0' });
    const url = await ready(child);
    await expect.poll(() => output.out).toMatch(new RegExp(`^AX Cloud mock on ${url} .*\n$`));
    expect(output.err).toBe('');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
    const { child, exited } = run({ AX_MOCK_PORT: '0' });
    await ready(child);
    child.kill(signal);
    expect(await exited).toBe(0);
  });

  it('ends with 0 when its parent process disconnects', async () => {
    const { child, exited } = run({ AX_MOCK_PORT: '0' });
    await ready(child);
    child.disconnect();
    expect(await exited).toBe(0);
  });

  it('reads the contract again when its parent process asks for it, and keeps responding', async () => {
    const { child, output } = run({ AX_MOCK_PORT: '0' });
    const url = await ready(child);
    child.send('reload');
    await expect
      .poll(() => output.out)
      .toContain(`\nThe mock has read contract ${contract.version} again.\n`);
    expect((await send(url)).status).toBe(order.SUCCESS);
  });

  it('names the busy port and the variable, and ends with 1', async () => {
    const other = await startMock({ port: 0 });
    onTestFinished(() => other.close());
    const { output, exited } = run({ AX_MOCK_PORT: String(other.port) });
    expect(await exited).toBe(1);
    await expect
      .poll(() => output.err)
      .toBe(
        `The mock cannot listen on 127.0.0.1:${other.port}: the port is in use. Stop what uses it, or choose another with --port, AX_MOCK_PORT or PORT.\n`,
      );
  });

  it.each(['abc', '65536', '-1', '80.5', '0x50', ' '])(
    'refuses the port "%s" and ends with 1',
    async (port) => {
      const { output, exited } = run({ AX_MOCK_PORT: port });
      expect(await exited).toBe(1);
      await expect.poll(() => output.err).toContain(`AX_MOCK_PORT is "${port}", which is not a port.`);
    },
  );

  it('names the variable of an address that this machine does not have', async () => {
    const { output, exited } = run({ AX_MOCK_PORT: '0', AX_MOCK_HOST: '192.0.2.1' });
    expect(await exited).toBe(1);
    await expect.poll(() => output.err).toContain('Correct --host or AX_MOCK_HOST');
  });

  it.each([
    ['PORT', { PORT: 'abc' }, 'PORT is "abc", which is not a port.'],
    [
      'AX_MOCK_PORT, which takes precedence over PORT',
      { PORT: '0', AX_MOCK_PORT: 'abc' },
      'AX_MOCK_PORT is "abc"',
    ],
    ['AX_MOCK_CORS', { AX_MOCK_CORS: 'maybe' }, 'AX_MOCK_CORS is "maybe". Write 1 or 0.'],
  ])('refuses an invalid value of %s', async (_, environment, advice) => {
    const { output, exited } = run({ AX_MOCK_PORT: '', ...environment });
    expect(await exited).toBe(1);
    await expect.poll(() => output.err).toContain(advice);
  });

  it.each([
    [{ AX_MOCK_CORS: '1' }, [], '*'],
    [{}, ['--cors'], '*'],
    [{ AX_MOCK_CORS: '0' }, [], undefined],
    [{}, [], undefined],
  ])('lets pages of other origins call it with %o and %o', async (environment, args, allowed) => {
    const { child } = run({ AX_MOCK_PORT: '', PORT: '0', ...environment }, args);
    const { headers } = await send(await ready(child));
    expect(headers['access-control-allow-origin']).toBe(allowed);
  });

  it('prefers options to variables', async () => {
    const { child, output } = run({ AX_MOCK_PORT: 'abc', AX_MOCK_HOST: '192.0.2.1' }, [
      '--port=0',
      '--host=127.0.0.1',
    ]);
    await ready(child);
    expect(output.err).toBe('');
  });

  it.each([
    ['--port=70000', '--port is "70000", which is not a port.'],
    ['--log=loud', 'Write --log pretty, --log json or --log off.'],
    ['--watch', 'Name one with --contract'],
    ['--prot=1', "Unknown option '--prot'. See --help."],
    ['start', "Unexpected argument 'start'. See --help."],
    ['--contract=nothing-here.json', 'Correct --contract.'],
    ['--contract=package.json', 'package.json cannot be used as the contract'],
  ])('refuses %s, says what to write, and ends with 1', async (argument, advice) => {
    const { output, exited } = run({ AX_MOCK_PORT: '0' }, [argument]);
    expect(await exited).toBe(1);
    await expect.poll(() => output.err).toContain(advice);
    expect(output.err.trimEnd()).not.toContain('\n');
  });

  it('accepts order codes of any form with --any-code', async () => {
    const { child } = run({}, ['--port=0', '--any-code', `--contract=${pinned.PINNED_FILE}`]);
    expect((await pinned.send(await ready(child), { orderCode: 'ORDER-123' })).status).toBe(200);
  });

  it('prints every option with --help', async () => {
    const { output, exited } = run({}, ['--help']);
    expect(await exited).toBe(0);
    for (const option of Object.keys(OPTIONS)) expect(output.out).toContain(`--${option}`);
  });

  it('prints documented responses and scenarios with --scenarios', async () => {
    const { output, exited } = run({}, ['--scenarios']);
    expect(await exited).toBe(0);
    const [documented = '', beyond = ''] = output.out.split('\n\n');
    for (const { examples } of contract.responses)
      for (const { provokedBy } of Object.values(examples))
        for (const value of Object.values(provokedBy)) expect(documented).toContain(value);
    for (const { code, name } of scenarios) expect(beyond).toMatch(new RegExp(`order ${code} +${name}: `));
  });

  it('logs JSON for programs, or nothing at all', async () => {
    const json = run({}, ['--port=0', '--log=json']);
    await send(await ready(json.child), { headers: { authorization: 'Token secret-key' } });
    await expect.poll(() => json.output.out.split('\n').length).toBe(3);
    const [first = '', second = ''] = json.output.out.split('\n');
    expect(JSON.parse(first)).toEqual({
      time: expect.any(String),
      message: expect.stringContaining('AX Cloud mock on'),
    });
    expect(JSON.parse(second)).toEqual({
      time: expect.any(String),
      method: contract.method,
      path: orderPath(),
      status: order.SUCCESS,
      ms: expect.any(Number),
    });
    const silent = run({}, ['--port=0', '--log=off']);
    await send(await ready(silent.child));
    silent.child.kill('SIGTERM');
    await silent.exited;
    expect(silent.output.out).toBe('');
  });

  it('reads the contract again when its file changes, even after an invalid version', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'contract-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'openapi.json');
    const bundle = await readFile(pinned.PINNED_FILE, 'utf8');
    await writeFile(file, bundle);
    const { child, output } = run({}, ['--port=0', '--watch', `--contract=${file}`]);
    const url = await ready(child);
    expect((await pinned.send(url, { orderCode: GONE })).status).toBe(200);

    await writeFile(file, bundle.slice(0, 1000));
    await expect
      .poll(() => output.err, { timeout: 10_000 })
      .toMatch(
        /^Keeping the previous contract; the new one is invalid: .*openapi\.json cannot be used .*\n$/,
      );
    expect((await pinned.send(url, { orderCode: GONE })).status).toBe(200);

    // Some editors save like this: another file replaces the first.
    await writeFile(`${file}.new`, bundle.replace(pinned.UNKNOWN_ORDER, GONE));
    await rename(`${file}.new`, file);
    await expect
      .poll(async () => (await pinned.send(url, { orderCode: GONE })).status, { timeout: 10_000 })
      .toBe(404);
  });
});
