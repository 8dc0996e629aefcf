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
 * process of its own costs. It has ended when its event loop is empty.
 *
 * A program that exits earlier ends this process as well, with its exit code, after its output is printed.
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

/** Loads a module and waits until its event loop is empty. Returns its exit code. */
async function untilIdle(url: string, exitNow: (code?: number) => void): Promise<number> {
  let [loaded, idle] = [false, false];
  let code: number | undefined;
  // Once idle, an exit only sets the code: Redocly exits in a `beforeExit` listener of its own.
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
      // An immediate gives the loop work again, so that its next end fires `beforeExit` as well.
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
