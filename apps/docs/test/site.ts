import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeSite } from '../src/write-site.ts';

/** A site built for a test. */
export interface BuiltSite {
  root: URL;
  /** The text of one of its files. */
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}

/** Builds the site from the contract and the ledger as they are now. */
export async function buildSite(): Promise<BuiltSite> {
  const work = await mkdtemp(join(tmpdir(), 'docs-test-'));
  const folder = join(work, 'site');
  await writeSite(folder, work);
  return {
    root: pathToFileURL(folder),
    read: (file) => readFile(join(folder, file), 'utf8'),
    remove: () => rm(work, { recursive: true, force: true }),
  };
}

/** The pages of the site, by language. */
export const PAGES = [
  { language: 'ko', reference: 'index.html', questions: 'questions.html', bundle: 'openapi.ko' },
  { language: 'en', reference: 'en/index.html', questions: 'en/questions.html', bundle: 'openapi' },
] as const;
