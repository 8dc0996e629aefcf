import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ended, Job } from './job.ts';

const HOST = fileURLToPath(new URL('host.ts', import.meta.url));
/** The number of programs that a host runs. It ends then, because it keeps everything that it has loaded. */
const JOBS = 120;

/** A process that runs programs. */
interface Host {
  child: ChildProcess;
  /** How many it has run. */
  jobs: number;
}

const waiting: Host[] = [];
// Not `exit`: if this module runs in a host itself, its program ends and the process does not.
process.on('beforeExit', () => {
  for (const { child } of waiting.splice(0)) child.disconnect();
});

/**
 * Runs a program in a reused process, which takes a fraction of the time of a new one. Programs that run at the same time use
 * separate processes, so a program that ends its process does not affect the others.
 */
export async function runInHost(job: Job): Promise<Ended> {
  const host = waiting.pop() ?? start();
  const { child } = host;
  setReferenced(child, true);
  // The output of the host itself: the program ended the process, or it started a process that prints.
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

/** @throws {HostEnded} if the program ends the process */
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
  const host = { child, jobs: 0 };
  // A signal to the whole process group, such as Ctrl-C, also ends the idle hosts.
  child.once('disconnect', () => {
    if (waiting.includes(host)) waiting.splice(waiting.indexOf(host), 1);
  });
  return host;
}

/** Sets whether a host keeps this process alive. An idle host does not, and ends with it. */
function setReferenced(child: ChildProcess, referenced: boolean): void {
  for (const one of [child, child.channel, child.stdout, child.stderr] as (Referenced | null | undefined)[])
    referenced ? one?.ref() : one?.unref();
}

interface Referenced {
  ref(): unknown;
  unref(): unknown;
}
