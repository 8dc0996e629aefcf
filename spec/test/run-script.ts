import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's folder. */
export const spec = fileURLToPath(new URL('..', import.meta.url));

/** How a script ended. */
export interface EndedScript {
  code: number | null;
  lines: string[];
}

/** Runs a script of the package, as `package.json` has it, in a copy of the package. */
export function runScript(script: string, folder: string): Promise<EndedScript> {
  const PATH = [join(spec, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(script, { cwd: folder, shell: true, env: { ...process.env, PATH } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, lines: output.trim().split('\n') }));
  });
}
