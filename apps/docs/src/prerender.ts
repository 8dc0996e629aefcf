import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Language } from '@ax-cloud/contract/contract';

const CLI = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const HOOK = new URL('prerender-hook.ts', import.meta.url).href;
const TEMPLATE = fileURLToPath(new URL('redoc.hbs', import.meta.url));

const run = promisify(execFile);

/** What Redoc makes of one contract: the parts of a page. */
export interface Prerendered {
  /** Style tags. */
  head: string;
  /** The rendered contract, as `<div id="redoc">…</div>`. */
  body: string;
  /** The statements of the module that brings the rendered contract to life; it needs `hydrate` of Redoc. */
  script: string;
}

/**
 * Runs `redocly build-docs` on one contract.
 *
 * @param workFolder an existing folder for files that are of no use afterwards
 * @throws {Error} with what the CLI said, or when its page has another form than expected
 */
export async function prerender(
  language: Language,
  contract: unknown,
  options: unknown,
  workFolder: string,
): Promise<Prerendered> {
  const [input, output] = [`${workFolder}/${language}.json`, `${workFolder}/${language}.html`];
  await writeFile(input, JSON.stringify(contract));
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
  return takeApart(await readFile(output, 'utf8'));
}

/** Without `--inlineBundle` the page would load Redoc from the maker's server; the page built here brings its own. */
const FORM =
  /^<link rel="modulepreload" [^>]*>(?<head>.*)<!-- head \| body -->\s*(?<body><div id="redoc">.*)<script type="module">\s*import \{ hydrate \} from "https:[^"]*";(?<script>.*)<\/script>\s*$/s;

function takeApart(page: string): Prerendered {
  const { head, body, script } = FORM.exec(page)?.groups ?? {};
  if (head === undefined || body === undefined || script === undefined) {
    throw new Error(
      'The page of "redocly build-docs" has another form than expected. Adapt FORM in apps/docs/src/prerender.ts.',
    );
  }
  return { head: head.trim(), body: body.trim(), script: script.trim() };
}
