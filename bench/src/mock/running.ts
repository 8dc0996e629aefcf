import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { freePort } from '../free-port.ts';
import { callOnce } from './call.ts';
import type { MockServer } from './compared.ts';

/** A server that has responded once. */
export interface Running {
  url: string;
  /** Milliseconds from its start to its first response. */
  startMs: number;
  /** The memory of it and of the processes that it has started, in MB of 1000 kB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** How long a start may take, in milliseconds. */
const START_MS = 30_000;

/**
 * Starts a server, and waits for its first response.
 *
 * @throws {Error} when it ends, or does not respond as it should
 */
export async function start({ name, command }: MockServer): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, command(port), { stdio: 'ignore' });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  for (;;) {
    const refused = await callOnce(url).then(
      () => undefined,
      (error: Error) => error,
    );
    if (refused === undefined) break;
    const late = performance.now() - started > START_MS;
    if (child.exitCode !== null || late || !(refused instanceof TypeError)) {
      await stop();
      throw new Error(`${name} could not be measured.`, { cause: refused });
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { url, startMs: performance.now() - started, memory: () => residentMemory(child), stop };
}

async function residentMemory({ pid }: ChildProcess): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const kilobytes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([own, parent]) => own === pid || parent === pid)
    .reduce((sum, [, , rss = 0]) => sum + rss, 0);
  return (kilobytes * 1024) / 1e6;
}
