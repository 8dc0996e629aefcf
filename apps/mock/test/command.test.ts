import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../src/index.ts';
import { contract, send } from './exchange.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the command as `pnpm start` does, as a child with a channel. */
function run(environment: Record<string, string>) {
  const env = { ...process.env, ...environment };
  const child = fork(MAIN, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
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
  it('tells its parent and its reader where it listens, and prints nothing else', async () => {
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

  it('ends with 0 when its parent goes away', async () => {
    const { child, exited } = run({ AX_MOCK_PORT: '0' });
    await ready(child);
    child.disconnect();
    expect(await exited).toBe(0);
  });

  it('reads the contract again when its parent tells it to, and goes on answering', async () => {
    const { child, output } = run({ AX_MOCK_PORT: '0' });
    const url = await ready(child);
    child.send('reload');
    await expect
      .poll(() => output.out)
      .toContain(`\nThe mock has read contract ${contract.version} again.\n`);
    expect((await send(url)).status).toBe(200);
  });

  it('names the busy port and the variable, and ends with 1', async () => {
    const other = await startMock({ port: 0 });
    onTestFinished(() => other.close());
    const { output, exited } = run({ AX_MOCK_PORT: String(other.port) });
    expect(await exited).toBe(1);
    await expect
      .poll(() => output.err)
      .toBe(
        `The mock cannot listen on 127.0.0.1:${other.port}: the port is in use. Stop what uses it, or choose another with AX_MOCK_PORT.\n`,
      );
  });

  it.each(['abc', '65536', '-1', '80.5', '0x50', ' '])(
    'refuses the port "%s" and ends with 1',
    async (port) => {
      const { output, exited } = run({ AX_MOCK_PORT: port });
      expect(await exited).toBe(1);
      await expect.poll(() => output.err).toContain(`AX_MOCK_PORT is "${port}", which is no port.`);
    },
  );

  it('names the variable of an address that this machine does not have', async () => {
    const { output, exited } = run({ AX_MOCK_PORT: '0', AX_MOCK_HOST: '192.0.2.1' });
    expect(await exited).toBe(1);
    await expect.poll(() => output.err).toContain('Correct AX_MOCK_HOST');
  });
});
