import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ended, Job } from './job.ts';

const HOST = fileURLToPath(new URL('host.ts', import.meta.url));
/** A host keeps what it has loaded, so it ends after so many programs. */
const JOBS = 120;

/** A process that runs programs. */
interface Host {
  child: ChildProcess;
  /** How many it has run. */
  jobs: number;
}

const waiting: Host[] = [];
// A host that runs this has a program end, and not its process.
process.on('beforeExit', () => {
  for (const { child } of waiting.splice(0)) child.disconnect();
});

/**
 * Runs a program in a process that has run others before, which takes a fraction of what a process of its own takes. Programs that
 * run at the same time have a process each; a program that ends its process ends only that one.
 */
export async function runInHost(job: Job): Promise<Ended> {
  const host = waiting.pop() ?? start();
  const { child } = host;
  setReferenced(child, true);
  // What the host itself prints: the program has ended it, or left its output to a process that it started.
  const printed = { stdout: '', stderr: '', output: '' };
  const listeners = (['stdout', 'stderr'] as const).map((name) => {
    const hear = (text: string) => {
      printed[name] += text;
      printed.output += text;
    };
    child[name]?.on('data', hear);
    return () => child[name]?.off('data', hear);
  });
  try {
    const ended = await send(child, job);
    host.jobs += 1;
    if (host.jobs < JOBS) waiting.push(host);
    else child.disconnect();
    return {
      code: ended.code,
      stdout: ended.stdout + printed.stdout,
      stderr: ended.stderr + printed.stderr,
      output: ended.output + printed.output,
    };
  } catch (error) {
    if (!(error instanceof HostEnded)) throw error;
    return { code: error.code, ...printed };
  } finally {
    setReferenced(child, false);
    for (const stop of listeners) stop();
  }
}

/** @throws {HostEnded} when the program ends the process */
function send(child: ChildProcess, job: Job): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const onMessage = (ended: Ended) => finish(() => resolve(ended));
    const onClose = (code: number | null) => finish(() => reject(new HostEnded(code)));
    const onError = (error: Error) => finish(() => reject(error));
    const finish = (then: () => void) => {
      child.off('message', onMessage).off('close', onClose).off('error', onError);
      then();
    };
    child.on('message', onMessage).on('close', onClose).on('error', onError);
    child.send(job);
  });
}

class HostEnded extends Error {
  readonly code: number | null;
  constructor(code: number | null) {
    super('The program ended the process that ran it.');
    this.code = code;
  }
}

function start(): Host {
  const child = fork(HOST, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8');
  return { child, jobs: 0 };
}

/** Whether this process waits for a host. It ends without one that runs nothing, and the host with it. */
function setReferenced(child: ChildProcess, referenced: boolean): void {
  for (const one of [child, child.channel, child.stdout, child.stderr] as (Referenced | null | undefined)[])
    referenced ? one?.ref() : one?.unref();
}

interface Referenced {
  ref(): unknown;
  unref(): unknown;
}
