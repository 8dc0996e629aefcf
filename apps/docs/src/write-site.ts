import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleUrl, type Language } from '@ax-cloud/contract/contract';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import { compressFolder } from './compress.ts';
import { alignSections } from './fragments.ts';
import { type Assets, type FrameOptions, framePage } from './frame.ts';
import { referenceMenu } from './menu.ts';
import { renderNotFound } from './not-found.ts';
import { finishReference, type SearchEntry } from './places.ts';
import { questionEntries, questionsMenu, renderQuestions } from './questions.ts';
import { renderReference } from './reference.ts';
import { loadShownContract, pairExamples, type ShownContract } from './shown-contract.ts';
import { contractFile, folder, LANGUAGES, pageLink } from './site.ts';
import { choiceRules } from './tabs.ts';
import { TEXTS } from './texts.ts';

/** How a site is built. */
export type SiteOptions = Pick<FrameOptions, 'baseUrl' | 'readings'>;

/** A page that waits for its frame. */
interface LanguagePages {
  language: Language;
  shown: ShownContract;
  ledger: Ledger;
  reference: string;
  questions: string;
  entries: readonly SearchEntry[];
}

/**
 * Writes the whole site into a new folder: both languages, the contracts to download, the files that all pages load, and
 * compressed copies of all of them.
 *
 * @param work an existing folder for files that are of no use afterwards
 */
export async function writeSite(site: string, work: string, options: SiteOptions = {}): Promise<void> {
  await mkdir(site);
  const ledger = await loadLedger();
  const shown = await Promise.all(LANGUAGES.map((language) => loadShownContract(language, work)));
  // The language switch keeps the place: the sections have the anchors of the English ones.
  const anchors = shown[LANGUAGES.indexOf('en')]?.content.sections ?? [];
  const pages = LANGUAGES.flatMap((language, index) => {
    const one = shown[index];
    if (one === undefined) return [];
    return [renderPages(language, { ...one, content: alignSections(one.content, anchors) }, ledger)];
  });
  const frame: FrameOptions = { ...options, assets: await writeAssets(site, pages) };
  await Promise.all(pages.map((page) => writePages(site, page, frame)));
  const { title, text } = TEXTS.ko.notFound;
  const notFound = framePage(
    {
      name: '404',
      language: 'ko',
      title,
      description: text,
      menu: [],
      main: `<h1>404</h1>\n${renderNotFound()}`,
    },
    frame,
  );
  await writeFile(join(site, '404.html'), notFound);
  await compressFolder(site);
}

function renderPages(language: Language, shown: ShownContract, ledger: Ledger): LanguagePages {
  const [index, questionsPage] = [
    pageLink(language, language, 'index'),
    pageLink(language, language, 'questions'),
  ];
  const reference = finishReference(renderReference(shown, language), index, questionsPage);
  const questions = renderQuestions(ledger, reference.marked, language);
  return {
    language,
    shown,
    ledger,
    reference: reference.html,
    questions,
    entries: [...reference.entries, ...questionEntries(questions, questionsPage)],
  };
}

async function writePages(site: string, pages: LanguagePages, frame: FrameOptions): Promise<void> {
  const { language, shown, ledger, reference, questions } = pages;
  const texts = TEXTS[language];
  const place = join(site, folder(language));
  await mkdir(place, { recursive: true });
  await writeFile(
    join(place, 'index.html'),
    framePage(
      {
        name: 'index',
        language,
        title: shown.title,
        description: shown.summary,
        menu: referenceMenu(shown),
        main: reference,
      },
      frame,
    ),
  );
  await writeFile(
    join(place, 'questions.html'),
    framePage(
      {
        name: 'questions',
        language,
        title: `${texts.questions} · ${shown.title}`,
        description: texts.questionsIntroduction,
        menu: questionsMenu(ledger, language),
        main: questions,
      },
      frame,
    ),
  );
  const json = fileURLToPath(bundleUrl(language));
  await copyFile(json, join(site, contractFile(language, 'json')));
  await copyFile(json.replace(/json$/, 'yaml'), join(site, contractFile(language, 'yaml')));
}

/** The parts of the style sheet, in their order. */
const STYLES = ['base', 'frame', 'prose', 'reference', 'code', 'fields', 'questions', 'search', 'print'];

async function writeAssets(site: string, pages: readonly LanguagePages[]): Promise<Assets> {
  const read = (file: string) => readFile(new URL(`browser/${file}`, import.meta.url), 'utf8');
  const styles = await Promise.all(STYLES.map((name) => read(`${name}.css`)));
  const choices = Math.max(...pages.map(({ shown }) => pairExamples(shown.contract).length));
  const indexes = await Promise.all(
    pages.map(async ({ language, entries }) => {
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
