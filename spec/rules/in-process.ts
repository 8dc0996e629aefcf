import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a program ended, and what it printed. */
export interface EndedProgram {
  /** Its exit code. */
  code: number;
  stdout: string;
  stderr: string;
  /** What it printed on both streams, as it came. */
  output: string;
}

/**
 * Runs a program of Node.js in this process: what it imports is loaded and compiled once for all runs, which is most of what a
 * process of its own costs. It has ended when nothing is left to do, or when it exits then.
 *
 * A program that exits in the midst of its work ends this process as well, with its code; what it printed is printed then.
 *
 * @param entry the module that its command names; it is loaded anew, and what it imports as it is
 * @throws what the module throws as it is loaded
 */
export async function runInProcess(entry: URL, args: readonly string[] = []): Promise<EndedProgram> {
  const { argv, exitCode, exit, stdout, stderr } = process;
  const writes = { stdout: stdout.write, stderr: stderr.write };
  const printed = { stdout: '', stderr: '', output: '' };
  const restore = () => {
    Object.assign(process, { argv, exitCode, exit });
    Object.assign(stdout, { write: writes.stdout });
    Object.assign(stderr, { write: writes.stderr });
  };
  const capture =
    (stream: 'stdout' | 'stderr') =>
    (chunk: string | Uint8Array, ...rest: unknown[]) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      printed[stream] += text;
      printed.output += text;
      const written = rest.find((one) => typeof one === 'function');
      if (written !== undefined) process.nextTick(written);
      return true;
    };
  Object.assign(stdout, { write: capture('stdout') });
  Object.assign(stderr, { write: capture('stderr') });
  process.argv = [process.execPath, fileURLToPath(entry), ...args];
  process.exitCode = undefined;
  try {
    const code = await untilIdle(`${entry.href}?run=${randomUUID()}${extname(entry.href)}`, (given) => {
      restore();
      stdout.write(printed.output);
      exit(given);
    });
    return { code, ...printed };
  } finally {
    restore();
  }
}

/** Loads a module, and waits until nothing is left to do. Gives the exit code that it then has. */
async function untilIdle(url: string, exitNow: (code?: number) => void): Promise<number> {
  let [loaded, idle] = [false, false];
  let code: number | undefined;
  // What is written for the end of the process is called then, too: Redocly exits there.
  process.exit = ((given) => {
    const wanted = given === undefined ? undefined : Number(given);
    if (!idle) exitNow(wanted);
    code = wanted ?? code;
  }) as typeof process.exit;
  let listener = () => {};
  const ended = new Promise<void>((resolve) => {
    listener = () => {
      if (!loaded) return;
      idle = true;
      // After this turn, so that the loop has something to do again and its next end is seen, too.
      setImmediate(resolve);
    };
  });
  process.on('beforeExit', listener);
  try {
    await import(url);
    loaded = true;
    await ended;
    return code ?? Number(process.exitCode ?? 0);
  } finally {
    process.off('beforeExit', listener);
  }
}
