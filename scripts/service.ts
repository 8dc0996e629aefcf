import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server of this repository that runs as a child process. */
export interface Service {
  url: string;
  /** Asks it to read the contract again. */
  reload(): void;
  /** Stops it, and resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it listens. What it prints goes to this terminal.
 *
 * @param path its command, from the root of the repository
 * @throws {ServiceError} when it ends before it listens; it has then said why
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
