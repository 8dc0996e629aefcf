import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest } from './manifest.ts';
import { runProgram } from './run-program.ts';

/** The name of the package under test. */
export const CLIENT = '@ax-cloud/channel-client';

/**
 * Finds the modules that importing every entry of the client loads, as Node.js resolves them, for runtimes that are told each one.
 *
 * @param consumer the folder where the packed client is installed
 * @returns name → path below the folder, with slashes
 */
export async function findModules(consumer: string): Promise<Readonly<Record<string, string>>> {
  const { exports = {}, dependencies = {} } = await readManifest(join(consumer, 'node_modules', CLIENT));
  const names = [
    ...Object.keys(exports).map((path) => `${CLIENT}${path.slice(1)}`),
    ...Object.keys(dependencies),
  ];
  const program = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve(name))))`;
  const urls = await runProgram(process.execPath, ['--input-type=module', '-e', program], consumer);
  if (!Array.isArray(urls)) throw new Error(`Node.js resolved ${names.join(', ')} to ${urls}.`);
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      relative(consumer, fileURLToPath(String(urls[index]))).replaceAll('\\', '/'),
    ]),
  );
}
