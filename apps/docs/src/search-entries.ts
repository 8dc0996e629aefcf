/** One thing to find: its title, its link from the page's folder, its text. */
export type SearchEntry = readonly [title: string, href: string, text: string];

/** A second cell up to this length names a thing as the first one does. */
const NAME = 60;

/** Between these a reader sees a space, though there is none in the text. */
const BLOCKS = 'p, li, dt, dd, th, td, pre, h2, h3, h4, h5, br';

/** The text of an element in one line, without what stands in others. */
export function textWithout(element: Element, left?: string): string {
  const copy = element.cloneNode(true) as Element;
  for (const inner of left === undefined ? [] : copy.querySelectorAll(left)) inner.remove();
  for (const block of copy.querySelectorAll(BLOCKS)) block.after(' ');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Each row of a table is one thing, such as a status or a scenario: named by its first cell, and a short second one. */
export function rowEntries(table: Element, href: string): SearchEntry[] {
  return Array.from(table.querySelectorAll('tbody tr'), (row): SearchEntry => {
    // Where the page says it stands in small letters, and does not name the thing.
    const [first = '', second = '', ...rest] = Array.from(row.children, (cell) => textWithout(cell, 'small'));
    return second.length > NAME
      ? [first, href, [second, ...rest].join(' · ')]
      : [[first, second].filter((cell) => cell !== '').join(' · '), href, rest.join(' · ')];
  });
}

/** The words of code, each once: the rest of it says nothing. */
export function wordsOf(code: Element): Set<string> {
  return new Set((code.textContent ?? '').match(/[a-z_]\w{3,}/gi));
}

/**
 * The code samples, each found by its name and by the words that no other has: what a language or a library calls things. The
 * rest of the code stands in all of them.
 */
export function sampleEntries(main: Element, heading: string, page: string): SearchEntry[] {
  const samples = Array.from(main.querySelectorAll('.try .tabs > input'), ({ id }) => {
    const label = main.querySelector(`label[for="${id}"]`);
    const code = label?.nextElementSibling?.querySelector('code');
    return { id, label: label?.textContent ?? '', words: code ? wordsOf(code) : new Set<string>() };
  });
  return samples.map(({ id, label, words }): SearchEntry => {
    const own = [...words].filter((word) => samples.filter((sample) => sample.words.has(word)).length === 1);
    return [`${heading}: ${label}`, `${page}#${id}`, own.join(' ')];
  });
}
