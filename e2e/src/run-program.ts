import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a program in a folder, without environment variables that could lead it to a proxy or a cache elsewhere.
 *
 * @returns the JSON that it prints
 * @throws {Error} when it fails or prints something else, with what it printed
 */
export async function runProgram(program: string, args: readonly string[], folder: string): Promise<unknown> {
  const { SystemRoot } = process.env;
  const env = { HOME: folder, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', ...(SystemRoot && { SystemRoot }) };
  const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: folder, env });
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`${program} printed no JSON, but: ${stdout}${stderr}`, { cause });
  }
}
