import { readFile, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { applyTextEdits } from './apply-change.ts';
import { buildMock, codeOfMock } from './build-mock.ts';
import { runScript, succeeded } from './run.ts';
import { createScratch, type Scratch } from './scratch.ts';

const DIST = 'apps/mock/dist';
const COPIED = ['openapi.json', 'scenarios.json'];

/** The files of a built mock: path → content. */
async function readBuilt(scratch: Scratch, names: readonly string[]): Promise<Record<string, string>> {
  const files = names.map(async (name) => [name, await readFile(scratch.path(DIST, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(files));
}

test("the mock's build gives the same code for another contract, and the same data files as in a copy", async () => {
  const scratch = await createScratch('mock');
  const build = async () => {
    succeeded(await runScript(scratch, 'spec', 'bundle'));
    succeeded(await runScript(scratch, 'apps/mock', 'build'));
    return readBuilt(scratch, await codeOfMock(scratch.root));
  };
  try {
    const before = await build();
    const find = 'summary: Cancel a tour order';
    await applyTextEdits(scratch, [{ file: 'openapi.yaml', find, put: `${find} or a ticket` }]);
    const after = await build();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, code] of Object.entries(after)) expect(code === before[name], name).toBe(true);
    expect(Object.keys(after)).toContain('main.js');

    const built = await readBuilt(scratch, COPIED);
    expect(built['openapi.json']).toContain('or a ticket');
    await rm(scratch.path(DIST), { recursive: true });
    await buildMock(scratch);
    expect(await readBuilt(scratch, COPIED)).toEqual(built);
  } finally {
    await scratch.remove();
  }
});
