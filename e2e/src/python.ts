import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const WINDOWS = process.platform === 'win32';

/** The program without which there is no Python. */
export const PYTHON = WINDOWS ? 'python' : 'python3';

/**
 * Makes a virtual environment, anew where the requirements have changed.
 *
 * @param requirements a file with pinned packages
 * @returns the path of its interpreter
 */
export async function makePythonEnvironment(folder: string, requirements: string): Promise<string> {
  const interpreter = join(folder, WINDOWS ? 'Scripts/python.exe' : 'bin/python');
  const wanted = readFileSync(requirements, 'utf8');
  const done = join(folder, 'requirements.txt');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return interpreter;
  await run(PYTHON, ['-m', 'venv', '--clear', folder]);
  const flags = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await run(interpreter, ['-m', 'pip', 'install', ...flags, '-r', requirements]);
  writeFileSync(done, wanted);
  return interpreter;
}
