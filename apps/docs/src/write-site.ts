import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleUrl, type Language } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { framePage } from './frame.ts';
import { renderQuestions } from './questions.ts';
import { patchRedoc } from './redoc-patches.ts';
import { type Assets, renderReference } from './reference.ts';
import { contractFile, folder, LANGUAGES } from './site.ts';
import { TEXTS } from './texts.ts';

/**
 * Writes the whole site into a new folder: both languages at the same time, the contracts to download, and the files
 * that all pages load.
 *
 * @param work an existing folder for files that are of no use afterwards
 */
export async function writeSite(site: string, work: string): Promise<void> {
  await mkdir(site);
  const redoc = await readFile(
    fileURLToPath(import.meta.resolve('@redocly/cli/lib/chunks/redoc.standalone.js')),
    'utf8',
  );
  const assets: Assets = {
    redoc: await writeAsset(site, 'redoc', 'js', patchRedoc(redoc, 'browser')),
    style: await writeAsset(
      site,
      'docs',
      'css',
      await readFile(new URL('docs.css', import.meta.url), 'utf8'),
    ),
  };
  await Promise.all(LANGUAGES.map((language) => writeLanguage(site, language, assets, work)));
}

async function writeLanguage(site: string, language: Language, assets: Assets, work: string): Promise<void> {
  const pages = join(site, folder(language));
  await mkdir(pages, { recursive: true });
  const [reference, questions] = await Promise.all([
    renderReference(language, assets, work),
    renderQuestionsPage(language, assets.style),
  ]);
  await writeFile(join(pages, 'index.html'), reference);
  await writeFile(join(pages, 'questions.html'), questions);
  const json = fileURLToPath(bundleUrl(language));
  await copyFile(json, join(site, contractFile(language, 'json')));
  await copyFile(json.replace(/json$/, 'yaml'), join(site, contractFile(language, 'yaml')));
}

async function renderQuestionsPage(language: Language, style: string): Promise<string> {
  const colorMode = await readFile(new URL('color-mode.js', import.meta.url), 'utf8');
  return framePage({
    name: 'questions',
    language,
    title: TEXTS[language].questions,
    description: TEXTS[language].questionsIntroduction,
    head: `<script>${colorMode}</script>`,
    style,
    body: renderQuestions(await loadLedger(), language),
  });
}

/** Writes a file whose name changes with its content, so that no browser keeps an old one. Returns the name. */
async function writeAsset(site: string, name: string, extension: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(site, file), content);
  return file;
}
