import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const [english, korean] = [read('CHANGELOG.md'), read('CHANGELOG.ko.md')];

/** The versions of a changelog, each with the code that its entries name. */
function entriesOf(changelog: string): [version: string, entries: string[][]][] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [version = '', ...entries] = section.split(/\n- /);
      return [version.trim(), entries.map((entry) => [...new Set(entry.match(/`[^`]+`/g))].toSorted())];
    });
}

test('the changelogs have the same versions and the same entries, which name the same code', () => {
  expect(entriesOf(english).length).toBeGreaterThan(1);
  expect(entriesOf(korean)).toEqual(entriesOf(english));
});

test('the changelogs begin with the version of the contract', () => {
  expect(entriesOf(english)[0]?.[0]).toBe(parse(read('openapi.yaml')).info.version);
});

test('each entry is in the language of its changelog, but for the code that it names', () => {
  const prose = (changelog: string) =>
    changelog.split(/\n(?=- |#)/).map((entry) => entry.replace(/`[^`]+`/g, ''));
  expect(prose(english).filter((entry) => /[가-힣]/.test(entry))).toEqual([]);
  expect(prose(korean).filter((entry) => !/^#+ [\d.]+\s*$/.test(entry) && !/[가-힣]/.test(entry))).toEqual(
    [],
  );
});
