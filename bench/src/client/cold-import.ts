import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../median.ts';
import { BARE, LIBRARIES } from './libraries.ts';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = 21;

/**
 * Imports each library in a fresh process, in turns.
 *
 * @returns milliseconds over a process that imports nothing, by library: the median of each round's own difference
 */
export async function measureImports(): Promise<Map<string, number>> {
  const differences = new Map<string, number[]>(LIBRARIES.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = new Map<string, number>();
    for (const { name, specifier } of LIBRARIES) times.set(name, await startProcess(specifier));
    const bare = times.get(BARE) ?? Number.NaN;
    for (const [name, ms] of times) differences.get(name)?.push(ms - bare);
  }
  return new Map([...differences].map(([name, values]) => [name, median(values)]));
}

/** Milliseconds from the start of a process to the end of its import. */
async function startProcess(specifier: string | undefined): Promise<number> {
  const imported = specifier === undefined ? '' : `import ${JSON.stringify(specifier)};`;
  // Taken before `process.stdout` is touched, which loads more than some of the libraries do.
  const program = `${imported} const ms = performance.now(); process.stdout.write(String(ms));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: PACKAGE,
  });
  return Number(stdout);
}
