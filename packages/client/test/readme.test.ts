import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { OPTIONS } from '../src/configuration.ts';
import { REJECTING } from '../src/generated/contract.ts';
import { REFUSALS } from '../src/generated/validators.ts';

const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');
const [english, korean] = [await read('README.md'), await read('README.ko.md')];

const prose = (text: string) => text.replaceAll(/^```[\s\S]+?^```$/gm, '');
const blocks = (text: string) => [...text.matchAll(/^```[\s\S]+?^```$/gm)].map(([block]) => block);
const headings = (text: string) => [...prose(text).matchAll(/^(#+) /gm)].map(([, level]) => level);

/** The names in code of each row, table by table: what a row is about, in every language. */
function tables(text: string): string[][] {
  const found = prose(text).match(/(?:^\|.*\n)+/gm) ?? [];
  return found.map((table) => table.trim().split('\n').map(namesIn));
}

function namesIn(text: string): string {
  return [...text.matchAll(/`[^`]+`/g)]
    .map(([name]) => name)
    .sort()
    .join(' ');
}

/** What a section is about, without regard to order: its names in code. */
function sections(text: string): string[][] {
  const parts = prose(text).split(/^#+ .*$/gm);
  return parts.map((part) => [...new Set(part.match(/`[^`\n]+`/g) ?? [])].sort());
}

test('both READMEs have the same headings, in the same order', () => {
  expect(headings(korean)).toEqual(headings(english));
});

test('both READMEs have the same code', () => {
  expect(blocks(korean)).toEqual(blocks(english));
  expect(blocks(english).length).toBeGreaterThan(5);
});

test('both READMEs have the same rows in their tables', () => {
  expect(tables(korean)).toEqual(tables(english));
  expect(tables(english).length).toBeGreaterThan(5);
});

test('both READMEs speak of the same names in each section', () => {
  expect(sections(korean)).toEqual(sections(english));
});

test.each([
  ['README.md', english],
  ['README.ko.md', korean],
])('%s names the versions that the tests run with', (_, text) => {
  const [, major, minor] = /@(\d+)\.(\d+)/.exec(manifest.devDependencies['typescript-5.0']) ?? [];
  expect(text).toMatch(new RegExp(`TypeScript (≥ )?${major}\\.${minor}`));
  expect(text).toContain(`Node.js ${manifest.engines.node.replace('>=', '')}`.replace('Node.js ', ''));
  expect(text).toContain('NODE_EXTRA_CA_CERTS');
});

test('both READMEs name every option of the client and its default', async () => {
  const source = await readFile(new URL('../src/configuration.ts', import.meta.url), 'utf8');
  const names = OPTIONS.map(([name]) => name);
  const [, timeout = ''] = /timeoutMs \?\? ([\d_]+)/.exec(source) ?? [];
  for (const text of [english, korean]) {
    for (const name of names) expect(text).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
    expect(text).toContain(`| ${timeout.replace('_', '')} |`);
  }
  expect(names).toContain('allowInsecureHttp');
});

test('both READMEs name the undocumented statuses by which a request is turned away', () => {
  for (const text of [english, korean]) {
    const [row = ''] = /^\| `undocumented_status` .*$/m.exec(text) ?? [];
    expect(row).toContain(REJECTING.filter((status) => !(status in REFUSALS)).join(', '));
  }
});
