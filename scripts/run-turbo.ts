import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const TURBO = fileURLToPath(new URL('turbo.mjs', import.meta.url));

/** Lines of turbo, pnpm and Redocly that do not describe an error. */
const NOISE =
  /^\s*(• |\$ |> |turbo \d|cache (hit|miss)|(Tasks|Cached|Time|Failed): |ERROR |run `|bundling |validating )|#\S+: +ERROR|ELIFECYCLE|: validated in|Created a bundle/;

/** The outcome of a run of turbo. */
export interface TurboRun {
  ok: boolean;
  /** The output of the task that failed, without the lines of turbo and pnpm. */
  problems: string;
}

/** Runs tasks of turbo, and keeps their output for the case that one fails. */
export function runTurbo(...args: readonly string[]): Promise<TurboRun> {
  return new Promise((resolve, reject) => {
    const options = ['--output-logs=errors-only', '--log-prefix=none'];
    const turbo = spawn(process.execPath, [TURBO, ...args, ...options], { cwd: root });
    let output = '';
    for (const stream of [turbo.stdout, turbo.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    turbo.on('error', reject);
    turbo.on('close', (code) => resolve({ ok: code === 0, problems: problemsIn(output) }));
  });
}

function problemsIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
  return lines.join('\n');
}
