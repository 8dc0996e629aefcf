import { readdir, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { CLIENT, findModules } from './modules.ts';
import type { Places } from './places.ts';
import { findProgramOf } from './program.ts';
import { runProgram } from './run-program.ts';

/** The runtime of Cloudflare Workers; undefined when it is not installed. */
export const workerd: string | undefined = findProgramOf('workerd');

/**
 * Runs the calls in workerd.
 *
 * @param consumer the folder where the packed client is installed
 */
export async function runInWorkerd(program: string, consumer: string, places: Places): Promise<unknown> {
  const embedded = (await listModules(consumer))
    .map(([name, path]) => `(name = "${name}", esModule = embed "${path}")`)
    .join(', ');
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [
  (name = "main", worker = (
    modules = [${embedded}],
    compatibilityDate = "2026-01-01",
    bindings = [(name = "PLACES", json = ${JSON.stringify(JSON.stringify(places))})]
  )),
  # Without this a worker reaches no loopback address.
  (name = "internet", network = (allow = ["private"]))
]);
`;
  await writeFile(join(consumer, 'workerd.capnp'), config);
  return runProgram(program, ['test', 'workerd.capnp'], consumer);
}

/**
 * Lists every module by the name that its importers reach it by. workerd takes every name, a bare one, too, for a path
 * from the module that imports it.
 */
async function listModules(consumer: string): Promise<[name: string, path: string][]> {
  const found = Object.entries(await findModules(consumer));
  const entries = found.filter(([name]) => name.startsWith(CLIENT));
  const dependencies = found.filter(([name]) => !name.startsWith(CLIENT));
  const built = posix.dirname(entries[0]?.[1] ?? '');
  const files = (await readdir(join(consumer, built))).filter((file) => /\.m?js$/.test(file));
  const importers = new Set(entries.map(([name]) => posix.dirname(name)));
  const imported = [
    ...files.map((file): [string, string] => [file, posix.join(built, file)]),
    ...dependencies,
  ];
  return [
    ['worker.mjs', 'worker.mjs'],
    ['calls.mjs', 'calls.mjs'],
    ...entries,
    ...[...importers].flatMap((from) =>
      imported.map(([name, path]): [string, string] => [posix.join(from, name), path]),
    ),
  ];
}
