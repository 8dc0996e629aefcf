import { cp, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY, type Scratch } from './scratch.ts';

const DIST = 'apps/mock/dist';
/** What the mock's build copies, as its tsdown.config.ts says: by its name there, the file of a copy. */
const COPIED = { 'openapi.json': 'spec/dist/openapi.json', 'scenarios.yaml': 'spec/scenarios.yaml' };

/** The files of a built mock that no contract changes. */
export async function codeOfMock(root: string): Promise<string[]> {
  return (await readdir(join(root, DIST))).filter((name) => !(name in COPIED)).sort();
}

/**
 * Builds the mock of a copy: the repository's built code with the copy's contract beside it. To build the code again takes longer
 * than all the rest of a build, and gives the same; build-mock.test.ts says so.
 */
export async function buildMock(scratch: Scratch): Promise<undefined> {
  await mkdir(scratch.path(DIST), { recursive: true });
  for (const name of await codeOfMock(REPOSITORY))
    await link(join(REPOSITORY, DIST, name), scratch.path(DIST, name));
  for (const [name, file] of Object.entries(COPIED)) await cp(scratch.path(file), scratch.path(DIST, name));
}
