import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDownloads } from './downloads/write-downloads.ts';
import { bundleForm } from './form/bundle-form.ts';
import { makeForm } from './form/make-form.ts';
import { type Assets, type FrameOptions, framePage, type Navigation } from './frame.ts';
import { renderNotFound } from './not-found.ts';
import { navigationOf, type Page, renderPages } from './pages.ts';
import { searchIndex } from './search-index.ts';
import { pairExamples } from './shown-contract.ts';
import { folder, LANGUAGES } from './site.ts';
import { loadSiteSource, type SiteSource } from './site-source.ts';
import { choiceRules } from './tabs.ts';
import { TEXTS } from './texts.ts';

/** How a site is built. */
export type SiteOptions = Pick<FrameOptions, 'baseUrl' | 'readings'>;

/**
 * Writes the whole site into a new folder: the pages in both languages, the downloads, and the files that all pages load.
 *
 * @param work an existing folder for temporary files
 */
export async function writeSite(site: string, work: string, options: SiteOptions = {}): Promise<void> {
  await mkdir(site);
  const source = await loadSiteSource(work);
  const pages = LANGUAGES.flatMap((language) => renderPages(source, language));
  const navigation = navigationOf(source);
  const frame: FrameOptions = {
    ...options,
    navigation,
    assets: await writeAssets(site, source, pages, navigation),
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
}

/** The parts of the style sheet, in their order. */
const STYLES = [
  'base',
  'frame',
  'prose',
  'reference',
  'code',
  'fields',
  'questions',
  'guides',
  'search',
  'form',
  'print',
];

async function writeAssets(
  site: string,
  source: SiteSource,
  pages: readonly Page[],
  navigation: Navigation,
): Promise<Assets> {
  const read = (file: string) => readFile(new URL(`browser/${file}`, import.meta.url), 'utf8');
  const styles = await Promise.all(STYLES.map((name) => read(`${name}.css`)));
  const choices = Math.max(
    ...LANGUAGES.map((language) => pairExamples(source.shown[language].contract).length),
  );
  const indexes = await Promise.all(
    LANGUAGES.map(async (language) => {
      const index = JSON.stringify(searchIndex(pages, navigation, language));
      return [language, await writeAsset(site, `search-${language}`, 'json', index)] as const;
    }),
  );
  return {
    style: await writeAsset(site, 'docs', 'css', compact([...styles, choiceRules(choices)].join('\n'))),
    script: await writeAsset(site, 'docs', 'js', await read('docs.js')),
    search: await writeAsset(site, 'search', 'js', await read('search.js')),
    index: Object.fromEntries(indexes) as Assets['index'],
    icon: await writeAsset(site, 'icon', 'svg', await read('favicon.svg')),
    send: await writeForm(site, source),
    theme: (await read('theme.js')).replace(/^\/\/.*\n/, '').trim(),
  };
}

/** Writes the form that sends a request. It is loaded when it is first opened. */
async function writeForm(site: string, { shown, scenarios }: SiteSource): Promise<Assets['send']> {
  const forms = await Promise.all(
    LANGUAGES.map(async (language) => {
      const { contract, samples } = shown[language];
      const form = JSON.stringify(makeForm(contract, scenarios, samples, language));
      return [language, await writeAsset(site, `send-${language}`, 'json', form)] as const;
    }),
  );
  return {
    script: await writeAsset(site, 'send', 'js', await bundleForm()),
    form: Object.fromEntries(forms) as Assets['send']['form'],
  };
}

/** A style sheet without its comments. */
function compact(css: string): string {
  return css.replace(/\/\*.*?\*\/\n?/gs, '').replace(/\n\s*/g, '\n');
}

/** Writes a file whose name changes with its content, so that no browser uses an old one. Returns the name. */
async function writeAsset(site: string, name: string, extension: string, content: string): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(site, file), content);
  return file;
}
