import { describe, expect, it } from 'vitest';
import type { Navigation } from '../src/frame.ts';
import type { Page } from '../src/pages.ts';
import { parseContent } from '../src/places.ts';
import { rowEntries, type SearchEntry, sampleEntries } from '../src/search-entries.ts';
import { searchIndex } from '../src/search-index.ts';

const page = (name: Page['name'], entries: readonly SearchEntry[]): Page => ({
  name,
  language: 'en',
  title: name,
  description: '',
  menu: [],
  main: '',
  entries,
});
const navigation = { en: { index: 'Reference', testing: 'Testing' } } as unknown as Navigation;
const index = (...pages: Page[]) => searchIndex(pages, navigation, 'en');

describe('The search index', () => {
  it('has a text of two pages once, on the first page', () => {
    const row: SearchEntry = [
      '0429 · throttled',
      'index.html#mock',
      'It responds with 429 each time. · Rejected.',
    ];
    const again: SearchEntry = [row[0], 'testing.html#scenarios', row[2]];
    const more: SearchEntry = [
      'More',
      'testing.html#more',
      'It responds with 429 each time. And then it stops.',
    ];
    expect(index(page('index', [row]), page('testing', [again, more]))).toEqual([
      ['Reference', 'en/index.html', [[row[0], 'mock', 'It responds with 429 each time. Rejected.']]],
      ['Testing', 'en/testing.html', [['More', 'more', 'And then it stops.']]],
    ]);
  });

  it('keeps a text that one page repeats, so that all words of every entry are found', () => {
    const entries: SearchEntry[] = [
      ['A', 'index.html#a', 'Check the order before you send again.'],
      ['B', 'index.html#b', 'Check the order before you send again.'],
    ];
    expect(index(page('index', entries))[0]?.[2]).toHaveLength(2);
  });

  it('leaves out the ids of questions', () => {
    const entry: SearchEntry = [
      'A',
      'index.html#a',
      'It is text (inferred: comment-form, charset), never null.',
    ];
    expect(index(page('index', [entry]))[0]?.[2]).toEqual([['A', 'a', 'It is text, never null.']]);
  });
});

describe('The search entries of a table', () => {
  it('are its rows, named by the first cell and a short second cell', () => {
    const main = parseContent(
      `<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>429</td><td><code>throttled</code></td><td>Wait.<br>Then send.</td></tr><tr><td>503</td><td>${'Long. '.repeat(20)}</td></tr></tbody></table>`,
    );
    const table = main.querySelector('table');
    expect(table && rowEntries(table, 'errors.html#table')).toEqual([
      ['429 · throttled', 'errors.html#table', 'Wait. Then send.'],
      ['503', 'errors.html#table', 'Long. '.repeat(20).trim()],
    ]);
  });
});

describe('The search entries of the code samples', () => {
  it('have the name of a sample and the words that no other sample has', () => {
    const sample = (id: string, label: string, code: string) =>
      `<input id="${id}"><label for="${id}">${label}</label><div class="panel"><pre><code>${code}</code></pre></div>`;
    const main = parseContent(
      `<div class="try"><div class="tabs">${sample('a', 'Kotlin', 'println(response) restClient')}${sample('b', 'PHP', 'fopen(response)')}</div></div>`,
    );
    expect(sampleEntries(main, 'Samples', 'index.html')).toEqual([
      ['Samples: Kotlin', 'index.html#a', 'println restClient'],
      ['Samples: PHP', 'index.html#b', 'fopen'],
    ]);
  });
});
