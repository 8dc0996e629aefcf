import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of each derived thing in the output, and the files that show whether it changed: all that its users read. */
const DERIVED = {
  'English bundle': 'spec/dist/openapi.{json,yaml}',
  'Korean bundle': 'spec/dist/openapi.ko.{json,yaml}',
  types: 'packages/client/src/generated/openapi.d.ts',
  client: 'packages/client/dist/*.js',
  'Korean docs': 'apps/docs/dist/*.html',
  'English docs': 'apps/docs/dist/en/*.html',
};

/** A hash of the files of each derived thing, by its name. */
export type Fingerprints = ReadonlyMap<string, string>;

/** Reads everything that is derived in a checkout. What is missing has a fingerprint, too. */
export async function fingerprintsOf(root: string): Promise<Fingerprints> {
  const entries = Object.entries(DERIVED).map(
    async ([name, pattern]) => [name, await fingerprint(root, pattern)] as const,
  );
  return new Map(await Promise.all(entries));
}

/** The names of what differs. */
export function differences(before: Fingerprints, after: Fingerprints): string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name));
}

async function fingerprint(root: string, pattern: string): Promise<string> {
  const hash = createHash('sha256');
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) paths.push(path);
  for (const path of paths.sort()) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('hex');
}
