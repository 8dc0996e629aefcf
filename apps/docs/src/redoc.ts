import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Language } from '@ax-cloud/contract/contract';
import { parseHTML } from 'linkedom';
import type { Unfolded } from './unfold.ts';

const HOOK = new URL('redoc-hook.ts', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('redoc-program.ts', import.meta.url));
const TEMPLATE = fileURLToPath(new URL('redoc.hbs', import.meta.url));

const run = promisify(execFile);

/** A run of `redocly build-docs`. */
export interface RedocRun {
  /** The language of the labels. */
  language: Language;
  /** The file of the contract, and the options. */
  args: readonly string[];
}

/** An unfolded contract, and the language that it is in. */
export interface RedocInput {
  unfolded: Unfolded;
  language: Language;
}

/**
 * Runs `redocly build-docs` on unfolded contracts.
 *
 * @param work an existing folder for temporary files
 * @returns Redoc's page of each contract as a document
 * @throws {Error} with what the CLI said
 */
export async function renderRedoc(inputs: readonly RedocInput[], work: string): Promise<Document[]> {
  const runs = await Promise.all(inputs.map((input, index) => prepareRun(input, `${work}/${index}`)));
  const env = {
    ...process.env,
    // React is several times as fast, and says nothing to those who write components.
    NODE_ENV: 'production',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
  await run(process.execPath, ['--import', HOOK, PROGRAM, JSON.stringify(runs)], { env }).catch(
    ({ stdout = '', stderr, message }: { stdout?: string; stderr?: string; message: string }) => {
      throw new Error(stderr ? `${stderr}${stdout}`.trim() : message);
    },
  );
  const pages = await Promise.all(inputs.map((_, index) => readFile(`${work}/${index}.html`, 'utf8')));
  return pages.map((html) => parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`).document);
}

async function prepareRun({ unfolded, language }: RedocInput, file: string): Promise<RedocRun> {
  await writeFile(`${file}.json`, JSON.stringify(unfolded.document));
  const options = {
    hideDownloadButtons: true,
    schemasExpansionLevel: 'all',
    maxDisplayedEnumValues: 1000,
    codeSamples: { languages: unfolded.languages },
  };
  const flags = ['-o', `${file}.html`, '-t', TEMPLATE, '--openapi', JSON.stringify(options)];
  return { language, args: [`${file}.json`, ...flags] };
}
