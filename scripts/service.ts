import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server of this repository, run as a child process. */
export interface Service {
  url: string;
  /** Asks it to read the contract again. */
  reload(): void;
  /** Stops it and waits for its end. */
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it listens. Its output goes to this terminal.
 *
 * @param path the file to run, from the root of the repository
 * @throws {ServiceError} if it ends before it listens; its own output says why
 */
export async function startService(path: string): Promise<Service> {
  const child = fork(fileURLToPath(new URL(`../${path}`, import.meta.url)));
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { ready?: string }) => {
      if (typeof message.ready === 'string') resolve(message.ready);
    });
    child.once('exit', (code) => reject(new ServiceError(`${path} ended with exit code ${code}.`)));
  });
  return {
    url: await ready,
    reload: () => child.send('reload'),
    stop: () => stop(child),
  };
}

/** A server could not be started. */
export class ServiceError extends Error {
  override name = 'ServiceError';
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
