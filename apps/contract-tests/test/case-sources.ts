import { readdirSync, readFileSync } from 'node:fs';

const folders = [new URL('../cases/', import.meta.url), new URL('../src/cases/', import.meta.url)];

/** All that the cases are written in. A case whose subject the contract does not have stands here all the same. */
export const CASE_SOURCES = folders
  .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))
  .join('\n');
