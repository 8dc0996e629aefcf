import { fork } from 'node:child_process';
import { once } from 'node:events';

/** The mock of the copy, as a process. */
export interface RunningMock {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the built mock on a free port of this machine.
 *
 * @throws {Error} with its output, if it ends before it listens
 */
export async function startMock(path: string): Promise<RunningMock> {
  const child = fork(path, ['--port', '0', '--log', 'off'], { silent: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: { ready?: string }) => {
      if (typeof message.ready === 'string') resolve(message.ready);
    });
    child.once('exit', (code) => reject(new Error(`The mock ended with ${code}: ${output.trim()}`)));
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
