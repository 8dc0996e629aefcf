import { parseHTML } from 'linkedom';
import { rowEntries, type SearchEntry, sampleEntries, textWithout } from './search-entries.ts';

/** A place of the reference that names a question. */
export interface Place {
  id: string;
  label: string;
}

/** The content of a page as it is published, and what was found in it. */
export interface FinishedContent {
  html: string;
  /** The places that name a question, by its id. */
  marked: ReadonlyMap<string, readonly Place[]>;
  entries: readonly SearchEntry[];
}

/**
 * Looks through the content of the reference: which places name a question, what can be searched for, and which texts are repeated
 * and therefore not printed again.
 *
 * @param samples the heading of the code samples
 */
export function finishReference(
  content: string,
  page: string,
  questionsPage: string,
  samples: string,
): FinishedContent {
  const main = parseContent(content);
  const marked = findMarked(main, questionsPage);
  const entries = findEntries(main, page, samples);
  markRepeated(main);
  for (const place of main.querySelectorAll('[data-place]')) place.removeAttribute('data-place');
  return { html: escapeAttributes(main.innerHTML), marked, entries };
}

/** Escapes ampersands in attributes, because linkedom does not. */
function escapeAttributes(html: string): string {
  return html.replace(/<[a-z][^<>]*>/g, (tag) => tag.replace(/&(?!(?:amp|quot|lt|gt);)/g, '&amp;'));
}

/** Parses the content of a page. */
export function parseContent(html: string): Element {
  const { document } = parseHTML(`<!DOCTYPE html><html><body><main>${html}</main></body></html>`);
  const main = document.querySelector('main');
  if (main === null) throw new Error('The content of a page could not be parsed.');
  return main;
}

const PLACES = '.field, [data-place]';

function findMarked(main: Element, questionsPage: string): Map<string, Place[]> {
  const marked = new Map<string, Place[]>();
  for (const link of main.querySelectorAll(`a[href^="${questionsPage}#"]`)) {
    const id = (link.getAttribute('href') ?? '').slice(questionsPage.length + 1);
    const holder = link.closest(PLACES);
    const place = holder === null ? { id: '', label: textWithout(find(main, 'h1')) } : placeOf(holder);
    const known = marked.get(id) ?? [];
    if (!known.some((one) => one.id === place.id)) marked.set(id, [...known, place]);
  }
  return marked;
}

function placeOf(holder: Element): Place {
  return { id: holder.id, label: labelOf(holder) };
}

/** The label of a place. A field is labelled with its response or request, too. */
function labelOf(holder: Element): string {
  const own = holder.getAttribute('data-place');
  if (own !== null) return own;
  const name = holder.querySelector('.head code')?.textContent ?? '';
  const around = holder.parentElement?.closest('[data-place]')?.getAttribute('data-place');
  return around === undefined || around === null ? name : `${name} (${around})`;
}

function findEntries(main: Element, page: string, samples: string): SearchEntry[] {
  const places = Array.from(main.querySelectorAll(PLACES)).flatMap((holder): SearchEntry[] => {
    const { id, label } = placeOf(holder);
    const text = textWithout(
      holder,
      `${PLACES}, .try, button, table:not(.field table), h2, h3, h4, h5, .head`,
    );
    // The items of a list are described at the list.
    return text === '' || id.endsWith('/[i]') ? [] : [[label, `${page}#${id}`, text]];
  });
  const rows = Array.from(main.querySelectorAll('[data-place] > table'), (table) =>
    rowEntries(table, `${page}#${table.parentElement?.id}`),
  );
  const whole: SearchEntry = [textWithout(find(main, 'h1')), page, textWithout(main, 'h1, [data-place]')];
  return [whole, ...places, ...sampleEntries(main, samples, page), ...rows.flat()];
}

/** Marks repeated texts: fields with the same schema have the same texts, and on paper, where all tabs are open, once is enough. */
function markRepeated(main: Element): void {
  const seen = new Set<string>();
  for (const text of main.querySelectorAll('.field p:not(.head), .panel section > p, .field tbody tr')) {
    if (text.matches('tr p')) continue;
    const words = textWithout(text);
    if (seen.has(words)) text.classList.add('again');
    seen.add(words);
  }
  for (const table of main.querySelectorAll('.field table')) {
    const rows = Array.from(table.querySelectorAll('tbody tr'));
    if (rows.every((row) => row.classList.contains('again'))) table.classList.add('again');
  }
}

function find(main: Element, selector: string): Element {
  const found = main.querySelector(selector);
  if (found === null)
    throw new Error(`The reference has nothing at ${selector}. See apps/docs/src/reference.ts.`);
  return found;
}
