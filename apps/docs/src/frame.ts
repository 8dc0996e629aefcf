import { createHash } from 'node:crypto';
import type { Language } from '@ax-cloud/contract/contract';
import { escapeHtml } from './html.ts';
import { contractFile, LANGUAGES, type PageName, pageLink, toRoot } from './site.ts';
import { TEXTS } from './texts.ts';

/** What a page has of its own. */
export interface PageContent {
  name: PageName;
  language: Language;
  title: string;
  description: string;
  /** Elements for the head of the document, before the site's style sheet. */
  head: string;
  body: string;
  /** The name of the style sheet at the root of the site. */
  style: string;
}

/** Puts the frame that all pages share around a page: head, security policy, bar with the language switch. */
export function framePage({ name, language, title, description, head, body, style }: PageContent): string {
  const alternates = LANGUAGES.map(
    (other) => `<link rel="alternate" hreflang="${other}" href="${pageLink(language, other, name)}">`,
  );
  const page = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${POLICY_PLACE}
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${alternates.join('\n')}
${head}
<link rel="stylesheet" href="${toRoot(language)}${style}">
</head>
<body>
${renderBar(name, language)}
${body}
</body>
</html>
`;
  return page.replace(POLICY_PLACE, securityPolicy(page));
}

const POLICY_PLACE = '<!-- security policy -->';

function renderBar(name: PageName, language: Language): string {
  const texts = TEXTS[language];
  const pages = (['index', 'questions'] as const).map((page) => {
    const current = page === name ? ' aria-current="page"' : '';
    const label = page === 'index' ? texts.reference : texts.questions;
    return `<a href="${pageLink(language, language, page)}"${current}>${label}</a>`;
  });
  const downloads = (['yaml', 'json'] as const).map(
    (format) =>
      `<a href="${toRoot(language)}${contractFile(language, format)}" download>${format.toUpperCase()}</a>`,
  );
  const languages = LANGUAGES.filter((other) => other !== language).map(
    (other) =>
      `<a class="language" href="${pageLink(language, other, name)}" hreflang="${other}" lang="${other}">${TEXTS[other].switchHere}</a>`,
  );
  return `<nav class="bar" aria-label="${texts.navigation}">
${pages.join('\n')}
<span class="downloads">${texts.contract} ${downloads.join(' · ')}</span>
${languages.join('\n')}
</nav>`;
}

/** Allows what the page brings itself and nothing else: its inline scripts by their hashes, no connection to anywhere. */
function securityPolicy(page: string): string {
  const hashes = Array.from(
    page.matchAll(/<script(?: type="module")?>(.*?)<\/script>/gs),
    ([, script = '']) => {
      return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
    },
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    // Redoc styles its elements while it runs.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    // Redoc brings the font of its icons in its styles.
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
}
