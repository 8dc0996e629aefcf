import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findMissing } from '../tools.ts';
import { CACHE, SOURCES } from './folders.ts';
import { generate, neededFor } from './generate.ts';
import type { Row } from './rows.ts';
import { type Program, TOOLCHAINS, type Toolchain } from './toolchains.ts';

/** Generates a client, adds its consumer, and compiles both, from nothing each time. */
export async function buildConsumer(row: Row, folderName: string): Promise<Program> {
  const folder = join(CACHE, 'built', folderName);
  const { output, build } = toolchainOf(row);
  await rm(folder, { recursive: true, force: true });
  await generate(row, join(folder, output));
  if (row.shares !== undefined) await cp(join(SOURCES, row.shares), folder, { recursive: true });
  await cp(join(SOURCES, 'consumers', row.id), folder, { recursive: true });
  return build(folder);
}

/** The tool without which a row cannot be tried here; undefined if all are installed. */
export function missingFor(row: Row): string | undefined {
  return findMissing([...neededFor(row.generator), ...toolchainOf(row).needs]);
}

function toolchainOf({ id, toolchain }: Row): Toolchain {
  const known = TOOLCHAINS[toolchain];
  if (known !== undefined) return known;
  throw new Error(
    `${id} in generators.yaml has the toolchain "${toolchain}". Describe it in e2e/src/generators/toolchains.ts.`,
  );
}
