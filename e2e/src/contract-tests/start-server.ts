import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Given, writePairs } from './orders.ts';
import type { Program } from './toolchains.ts';

/** A server in a process of its own. */
export interface RunningServer {
  origin: string;
  stop(): Promise<void>;
}

/** A Java virtual machine starts slowly on a busy machine. */
const START_LIMIT_MS = 120_000;

/**
 * Starts a server on a free port.
 *
 * @param fault the one fault that it has; empty for none
 * @throws {Error} when it ends before it listens, with what it wrote
 */
export async function startServer(
  { command, args, env }: Program,
  { apiKey, orders, foreign }: Given,
  fault: string,
): Promise<RunningServer> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...env,
      NODE_ENV: 'production',
      PORT: '0',
      API_KEY: apiKey,
      ORDERS: writePairs(orders),
      FOREIGN: writePairs([foreign]),
      FAULT: fault,
    },
  });
  // The servers stop when the run stops.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  try {
    return { origin: `http://127.0.0.1:${await readPort(child)}`, stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function readPort(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('The server has no output.');
  let said = '';
  // Read to the end of the run: a server whose pipe is full stands still.
  stderr.on('data', (data: Buffer) => {
    said = (said + data).slice(-2000);
  });
  const lines = createInterface({ input: stdout });
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`The server does not listen. ${said}`)), START_LIMIT_MS);
    lines.on('line', (line) => {
      const port = /^listening on (\d+)$/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}. ${said}`)));
    child.once('error', reject);
    child.once('spawn', () => limit.unref());
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
