import { readdirSync, readFileSync } from 'node:fs';

const folders = [new URL('../cases/', import.meta.url), new URL('../src/cases/', import.meta.url)];

/** The source text of all cases, including those for subjects that the contract lacks. */
export const CASE_SOURCES = folders
  .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))
  .join('\n');
