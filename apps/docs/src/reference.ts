import { readFile } from 'node:fs/promises';
import type { Language } from '@ax-cloud/contract/contract';
import { framePage } from './frame.ts';
import { prerender } from './prerender.ts';
import { redocLabels } from './redoc-labels.ts';
import { loadShownContract } from './shown-contract.ts';
import { toRoot } from './site.ts';
import { renderSupplement } from './supplement.ts';

/** The height of the bar above Redoc, in pixels: `--bar-height` in docs.css. */
const BAR_HEIGHT = 44;

/** Redoc reads some labels as soon as it is loaded, so they are set before. */
const labelsScript = `<script>globalThis.redocLabels = ${JSON.stringify(redocLabels)};</script>`;

/** The files at the root of the site that every page loads. */
export interface Assets {
  /** The patched Redoc for the browser. */
  redoc: string;
  style: string;
}

/**
 * Renders the reference of a language: the contract as Redoc shows it, readable without a script.
 *
 * @param workFolder an existing folder for files that are of no use afterwards
 */
export async function renderReference(
  language: Language,
  assets: Assets,
  workFolder: string,
): Promise<string> {
  const shown = await loadShownContract(language);
  const options = {
    scrollYOffset: BAR_HEIGHT,
    hideDownloadButtons: true,
    // Redoc drops every sample that is not listed.
    codeSamples: {
      languages: [...shown.samples.map(({ lang, label }) => ({ lang, label })), { lang: 'Payload' }],
    },
  };
  const redoc = await prerender(language, shown.document, options, workFolder);
  const startRedoc = await readFile(new URL('start-redoc.js', import.meta.url), 'utf8');
  return framePage({
    name: 'index',
    language,
    title: shown.title,
    description: shown.summary,
    head: language === 'ko' ? `${redoc.head}\n${labelsScript}` : redoc.head,
    style: assets.style,
    body: `${linkInPage(redoc.body)}
${renderSupplement(shown, language)}
<script type="module">
import { hydrate } from '${toRoot(language)}${assets.redoc}';
${startRedoc}
${redoc.script}
</script>`,
  });
}

/**
 * Redoc prerenders its links as paths of a server that knows them (`/section/name`, `/other/operation#place`), which
 * lead nowhere on a static one. As links within the page they work without a script; with one, Redoc handles the click.
 */
function linkInPage(body: string): string {
  return body.replace(/href="\/(?!\/)(?:[^"#]*#)?([^"#]*)"/g, 'href="#$1"');
}
