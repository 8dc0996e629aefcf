import type { Language } from '@ax-cloud/contract/contract';
import { renderDownloads } from './downloads/menu.ts';
import { escapeHtml } from './html.ts';
import { type MenuEntry, renderMenu } from './menu.ts';
import { securityPolicy } from './security-policy.ts';
import { folder, LANGUAGES, PAGES, type PageName, pageLink, toRoot } from './site.ts';
import { TEXTS } from './texts.ts';

/** The files at the root of the site that pages load. */
export interface Assets {
  style: string;
  script: string;
  /** Loaded when the search is first opened. */
  search: string;
  index: Readonly<Record<Language, string>>;
  icon: string;
  /** Loaded when the form that sends a request is first opened. */
  send: { script: string; form: Readonly<Record<Language, string>> };
  /** The inline script of each page that applies the chosen colours. */
  theme: string;
}

/** The content of a page without its frame. */
export interface PageContent {
  /** Undefined for the page of unknown addresses. */
  name: PageName | undefined;
  language: Language;
  title: string;
  description: string;
  menu: readonly MenuEntry[];
  /** Whether it has the form that sends requests to a server of the reader's choice. */
  sends?: boolean;
  /** The content of `<main>`. */
  main: string;
}

/** The name of each page in the navigation. */
export type Navigation = Readonly<Record<Language, Readonly<Record<PageName, string>>>>;

/** How the whole site is built. */
export interface FrameOptions {
  assets: Assets;
  navigation: Navigation;
  /** Where the site is published, with a slash at its end. Without it, pages have no canonical addresses. */
  baseUrl?: string | undefined;
  /** The readings that the contract follows, if they are not those of the repository. */
  readings?: readonly string[] | undefined;
}

/** Puts the common frame around a page: head, security policy, bar, menu. */
export function framePage(content: PageContent, options: FrameOptions): string {
  const { name, language, main, menu, sends = false } = content;
  const { assets, navigation } = options;
  const texts = TEXTS[language];
  const root = toRoot(language);
  const page = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${POLICY_PLACE}
${head(content, options)}
</head>
<body data-copy="${texts.copy}" data-copied="${texts.copied}" data-selected="${texts.selected}"${sends ? sendData(assets.send, language) : ''}>
<a class="skip" href="#content">${texts.skip}</a>
<header class="bar">
<button type="button" class="menu-button" popovertarget="menu">${texts.menu}</button>
<nav class="pages" aria-label="${texts.navigation}">${pageLinks(name, language, navigation).join('\n')}</nav>
<button type="button" id="search" hidden data-script="${root}${assets.search}" data-index="${root}${assets.index[language]}" data-title="${texts.search.title}" data-hint="${texts.search.hint}" data-none="${texts.search.none}" data-count="${texts.search.count}" data-close="${texts.search.close}">${texts.search.title}</button>
<button type="button" id="theme" hidden>${texts.theme}</button>
${name === undefined ? '' : languageLinks(name, language)}
</header>
<div class="layout">
<nav id="menu" popover aria-label="${texts.menu}">
<ul class="pages">${pageLinks(name, language, navigation)
    .map((link) => `<li>${link}</li>`)
    .join('')}</ul>
${renderMenu(menu)}
${renderDownloads(name, language)}
</nav>
<main id="content" tabindex="-1">
${readingNote(options.readings ?? [], language)}${main}
</main>
</div>
<p role="status" class="said"></p>
</body>
</html>
`;
  return page.replace(POLICY_PLACE, securityPolicy(page, sends));
}

const POLICY_PLACE = '<!-- security policy -->';

function head(
  { name, language, title, description }: PageContent,
  { assets, baseUrl }: FrameOptions,
): string {
  const root = toRoot(language);
  const markdown =
    name === undefined ? [] : [`<link rel="alternate" type="text/markdown" href="${name}.md">`];
  const address = (other: Language) => `${baseUrl}${folder(other)}${fileOf(name)}`;
  const alternate = (hreflang: string, other: Language) =>
    `<link rel="alternate" hreflang="${hreflang}" href="${address(other)}">`;
  // Search engines need absolute addresses.
  const addressed =
    baseUrl === undefined || name === undefined
      ? []
      : [
          ...LANGUAGES.map((other) => alternate(other, other)),
          alternate('x-default', LANGUAGES[0] ?? language),
          `<link rel="canonical" href="${address(language)}">`,
          `<meta property="og:url" content="${address(language)}">`,
        ];
  return [
    // The page does not know the depth of an unknown address; the server fills the base in.
    ...(name === undefined
      ? [`<base href="${baseUrl ?? './'}">`, '<meta name="robots" content="noindex">']
      : []),
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(description)}">`,
    `<meta property="og:locale" content="${TEXTS[language].locale}">`,
    ...markdown,
    ...addressed,
    `<link rel="icon" href="${root}${assets.icon}" type="image/svg+xml">`,
    `<link rel="stylesheet" href="${root}${assets.style}">`,
    `<script>${assets.theme}</script>`,
    `<script src="${root}${assets.script}" defer></script>`,
  ].join('\n');
}

/** The file of a page in an address. The first page of a folder has none. */
function fileOf(name: PageName | undefined): string {
  return name === undefined || name === 'index' ? '' : `${name}.html`;
}

function pageLinks(current: PageName | undefined, language: Language, navigation: Navigation): string[] {
  return PAGES.map((page) => {
    const mark = page === current ? ' aria-current="page"' : '';
    return `<a href="${pageLink(language, language, page)}"${mark}>${escapeHtml(navigation[language][page])}</a>`;
  });
}

function languageLinks(name: PageName, language: Language): string {
  return LANGUAGES.filter((other) => other !== language)
    .map(
      (other) =>
        `<a class="language" href="${pageLink(language, other, name)}" hreflang="${other}" lang="${other}">${TEXTS[other].switchHere}</a>`,
    )
    .join('\n');
}

function readingNote(readings: readonly string[], language: Language): string {
  if (readings.length === 0) return '';
  const links = readings.map((reading) => {
    const [question = ''] = reading.split('=');
    return `<a href="${pageLink(language, language, 'questions')}#${escapeHtml(question)}">${escapeHtml(reading)}</a>`;
  });
  return `<p class="note">${TEXTS[language].underReadings} ${links.join(', ')}</p>\n`;
}

/** The attributes that tell the form where its files are. */
function sendData({ script, form }: Assets['send'], language: Language): string {
  const root = toRoot(language);
  return ` data-send-script="${root}${script}" data-send-form="${root}${form[language]}"`;
}
