import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressFolder } from './compress.ts';
import { writeDownloads } from './downloads/write-downloads.ts';
import { type Assets, type FrameOptions, framePage } from './frame.ts';
import { renderNotFound } from './not-found.ts';
import { navigationOf, type Page, renderPages } from './pages.ts';
import { pairExamples } from './shown-contract.ts';
import { folder, LANGUAGES } from './site.ts';
import { loadSiteSource, type SiteSource } from './site-source.ts';
import { choiceRules } from './tabs.ts';
import { TEXTS } from './texts.ts';

/** How a site is built. */
export type SiteOptions = Pick<FrameOptions, 'baseUrl' | 'readings'>;

/**
 * Writes the whole site into a new folder: both languages, what can be downloaded, the files that all pages load, and
 * compressed copies of all of them.
 *
 * @param work an existing folder for files that are of no use afterwards
 */
export async function writeSite(site: string, work: string, options: SiteOptions = {}): Promise<void> {
  await mkdir(site);
  const source = await loadSiteSource(work);
  const pages = LANGUAGES.flatMap((language) => renderPages(source, language));
  const frame: FrameOptions = {
    ...options,
    navigation: navigationOf(source),
    assets: await writeAssets(site, source, pages),
  };
  await Promise.all(LANGUAGES.map((language) => mkdir(join(site, folder(language)), { recursive: true })));
  await Promise.all(
    pages.map((page) =>
      writeFile(join(site, folder(page.language), `${page.name}.html`), framePage(page, frame)),
    ),
  );
  await writeDownloads(site, source, pages, frame);
  const { title, text } = TEXTS.ko.notFound;
  const main = `<h1>404</h1>\n${renderNotFound()}`;
  const notFound = { name: undefined, language: 'ko', title, description: text, menu: [], main } as const;
  await writeFile(join(site, '404.html'), framePage(notFound, frame));
  await compressFolder(site);
}

/** The parts of the style sheet, in their order. */
const STYLES = ['base', 'frame', 'prose', 'reference', 'code', 'fields', 'questions', 'search', 'print'];

async function writeAssets(site: string, source: SiteSource, pages: readonly Page[]): Promise<Assets> {
  const read = (file: string) => readFile(new URL(`browser/${file}`, import.meta.url), 'utf8');
  const styles = await Promise.all(STYLES.map((name) => read(`${name}.css`)));
  const choices = Math.max(
    ...LANGUAGES.map((language) => pairExamples(source.shown[language].contract).length),
  );
  const indexes = await Promise.all(
    LANGUAGES.map(async (language) => {
      const entries = pages.filter((page) => page.language === language).flatMap((page) => page.entries);
      // The links of an entry are relative to the folder of its page.
      const below = entries.map(([title, href, text]) => [title, folder(language) + href, text]);
      return [language, await writeAsset(site, `search-${language}`, 'json', JSON.stringify(below))] as const;
    }),
  );
  return {
    style: await writeAsset(site, 'docs', 'css', compact([...styles, choiceRules(choices)].join('\n'))),
    script: await writeAsset(site, 'docs', 'js', await read('docs.js')),
    search: await writeAsset(site, 'search', 'js', await read('search.js')),
    index: Object.fromEntries(indexes) as Assets['index'],
    icon: await writeAsset(site, 'icon', 'svg', await read('favicon.svg')),
    theme: (await read('theme.js')).replace(/^\/\/.*\n/, '').trim(),
  };
}

/** A style sheet without its comments. */
function compact(css: string): string {
  return css.replace(/\/\*.*?\*\/\n?/gs, '').replace(/\n\s*/g, '\n');
}

/** Writes a file whose name changes with its content, so that no browser keeps an old one. Returns the name. */
async function writeAsset(site: string, name: string, extension: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(site, file), content);
  return file;
}
