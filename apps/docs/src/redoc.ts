import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Language } from '@ax-cloud/contract/contract';
import { parseHTML } from 'linkedom';
import type { Unfolded } from './unfold.ts';

const CLI = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const HOOK = new URL('redoc-hook.ts', import.meta.url).href;
const TEMPLATE = fileURLToPath(new URL('redoc.hbs', import.meta.url));

const run = promisify(execFile);

/**
 * Runs `redocly build-docs` on an unfolded contract.
 *
 * @param work an existing folder for temporary files
 * @returns Redoc's page as a document
 * @throws {Error} with what the CLI said
 */
export async function renderRedoc(unfolded: Unfolded, language: Language, work: string): Promise<Document> {
  const [input, output] = [`${work}/${language}.json`, `${work}/${language}.html`];
  await writeFile(input, JSON.stringify(unfolded.document));
  const options = {
    hideDownloadButtons: true,
    schemasExpansionLevel: 'all',
    maxDisplayedEnumValues: 1000,
    codeSamples: { languages: unfolded.languages },
  };
  const flags = ['-o', output, '-t', TEMPLATE, '--openapi', JSON.stringify(options)];
  const env = {
    ...process.env,
    DOCS_LANGUAGE: language,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  };
  await run(process.execPath, ['--import', HOOK, CLI, 'build-docs', input, ...flags], { env }).catch(
    ({ stderr, message }: { stderr?: string; message: string }) => {
      throw new Error(`"redocly build-docs" failed for the contract in "${language}":\n${stderr || message}`);
    },
  );
  return parseHTML(`<!DOCTYPE html><html><body>${await readFile(output, 'utf8')}</body></html>`).document;
}
