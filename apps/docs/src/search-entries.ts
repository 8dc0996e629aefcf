/** One thing to find: its title, its link from the page's folder, its text. */
export type SearchEntry = readonly [title: string, href: string, text: string];

/** A second cell up to this length is part of a row's name. */
const NAME = 60;

/** After these elements a reader sees a space, although the text has none. */
const BLOCKS = new Set('p li dt dd th td pre h2 h3 h4 h5 br'.split(' '));

/** The text of an element in one line, without the elements of a selector. */
export function textWithout(element: Element, left?: string): string {
  const leftOut = new Set(left === undefined ? [] : element.querySelectorAll(left));
  const textOf = (node: Node): string => {
    if (node.nodeType === 3) return node.textContent ?? '';
    if (node.nodeType !== 1 || leftOut.has(node as Element)) return '';
    const inside = Array.from(node.childNodes, textOf).join('');
    return BLOCKS.has((node as Element).localName) ? `${inside} ` : inside;
  };
  return textOf(element).replace(/\s+/g, ' ').trim();
}

/** An entry for each row of a table, such as a status or a scenario. The first cell and a short second one are its title. */
export function rowEntries(table: Element, href: string): SearchEntry[] {
  return Array.from(table.querySelectorAll('tbody tr'), (row): SearchEntry => {
    // The places of the page are in `small`, and are not part of the title.
    const [first = '', second = '', ...rest] = Array.from(row.children, (cell) => textWithout(cell, 'small'));
    return second.length > NAME
      ? [first, href, [second, ...rest].join(' · ')]
      : [[first, second].filter((cell) => cell !== '').join(' · '), href, rest.join(' · ')];
  });
}

/** The words of code, each once. The search ignores the rest. */
export function wordsOf(code: Element): Set<string> {
  return new Set((code.textContent ?? '').match(/[a-z_]\w{3,}/gi));
}

/**
 * The entries of the code samples: the name of each, and the words that no other sample has, such as names of a library.
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
