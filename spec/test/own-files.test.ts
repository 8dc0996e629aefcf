import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { checkOwnFiles } from '../rules/own-files.ts';

const spec = fileURLToPath(new URL('..', import.meta.url));
const [EN, KO, LEDGER, SCENARIOS] = ['openapi.yaml', 'openapi.ko.yaml', 'source.yaml', 'scenarios.yaml'];
const READING = 'readings/response-envelope/enveloped.yaml';
const SAMPLE = 'samples/curl.sh';

/** A change of one file: a text and what it becomes, or the whole file. */
type Change = readonly [file: string, was: string, becomes: string] | readonly [file: string, whole: Buffer];

/** What is said about the pinned files after a change. */
function problemsAfter(change?: Change): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'own files '));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(spec, 'test/pinned'), folder, { recursive: true });
  for (const schema of ['source.schema.json', 'scenarios.schema.json'])
    cpSync(join(spec, schema), join(folder, schema));
  if (change !== undefined) {
    const [file, was, becomes] = change;
    const path = join(folder, file);
    if (becomes === undefined) writeFileSync(path, was);
    else {
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(was);
      writeFileSync(
        path,
        text.replace(String(was), () => becomes),
      );
    }
  }
  return checkOwnFiles(folder);
}

test('the pinned files have no problem', () => {
  expect(problemsAfter()).toEqual([]);
});

test('lines may end as on Windows', () => {
  const text = readFileSync(join(spec, 'test/pinned', EN), 'utf8');
  expect(problemsAfter([EN, Buffer.from(text.replaceAll('\n', '\r\n'))])).toEqual([]);
});

const TITLE = 'title: Cancel request';

test.each<[string, Change, RegExp]>([
  ['a key that is there twice', [KO, '  version:', '  version: 1.0.0\n  version:'], /unique/],
  ['a ledger that is not YAML', [LEDGER, 'questions:', 'questions: {'], /^source.+not valid YAML/],
  ['scenarios that are not YAML', [SCENARIOS, 'scenarios:', 'scenarios: ['], /^scenarios.+not valid YAML/],
  ['a reading that is not YAML', [READING, 'actions: []', 'actions: ['], /^readings.+not valid YAML/],
  ['an empty file', [SCENARIOS, Buffer.from('')], /^scenarios\.yaml:1:1: The file is empty/],
  ['a file of comments', [KO, Buffer.from('# Nothing\n')], /^openapi\.ko\.yaml:1:1: The file is empty/],
  ['a list', [EN, Buffer.from('- openapi\n')], /not a map/],
  ['two documents', [EN, 'components:', '---\ncomponents:'], /second document/],
  [
    'a byte order mark',
    [SCENARIOS, 'scenarios:', '\ufeffscenarios:'],
    /:1:1: The file begins with a byte order mark/,
  ],
  [
    'another encoding',
    [KO, Buffer.from([0x61, 0x3a, 0x20, 0xc3, 0xeb, 0x0a])],
    /:1:4: The file is not UTF-8/,
  ],
  ['a conflict in a text', [EN, 'components:', '<<<<<<< HEAD\ncomponents:'], /A merge left this line/],
  ['a conflict in a sample', [SAMPLE, '\n', '\n>>>>>>> other\n'], /^samples\/curl\.sh:2:1: A merge/],
  ['an anchor', [EN, TITLE, 'title: &name Cancel request'], /anchor &name/],
  ['a tag', [EN, TITLE, 'title: !!str Cancel request'], /tag !!str/],
  ['a merge key', [EN, TITLE, '<<: {}'], /merge key/],
  ['a key that breaks a program', [EN, TITLE, 'hasOwnProperty: x'], /"hasOwnProperty" breaks/],
  ['a key that is no text', [READING, 'overlay:', '[a, b]: 1\noverlay:'], /A key is a text/],
  ['an octal number', [EN, 'minLength: 1', 'minLength: 010'], /010 is read as 10/],
  ['a number with a zero', [LEDGER, 'version: 1', 'version: 1.0'], /1\.0 is read as 1/],
  ['a number that is too large', [EN, 'minLength: 1', 'minLength: 9007199254740993'], /9007199254740992/],
  [
    'a round number that is too large',
    [EN, 'minLength: 1', 'minLength: 1e+21'],
    /more digits than programs keep/,
  ],
  ['an infinite number', [EN, 'minLength: 1', 'minLength: .inf'], /Infinity/],
  ['a space without width', [EN, TITLE, 'title: Cancel\u200b request'], /:\d+:20: Nobody sees .+ U\+200B/],
  ['the same as an escape', [EN, TITLE, 'title: "Cancel\\u200b request"'], /U\+200B/],
  ['half a character', [EN, TITLE, 'title: "Cancel\\ud800"'], /U\+D800/],
  ['a control character', [SAMPLE, '\n', '\u001b\n'], /U\+001B/],
  ['a space that does not break', [EN, TITLE, 'title: Cancel\u00a0request'], /U\+00A0 looks like a space/],
  ['Hangul in pieces', [KO, '취소', '취소'.normalize('NFD')], /in pieces/],
  ['an overlay of another version', [KO, 'overlay: 1.0.0', 'overlay: 2.0.0'], /"overlay: 1\.1\.0"/],
  ['an overlay without actions', [READING, 'actions: []', ''], /no list of actions/],
  ['an action without a target', [READING, 'actions: []', 'actions: [{ remove: true }]'], /no target/],
  [
    'an action of two kinds',
    [READING, '[]', '[{ target: $, remove: true, update: {} }]'],
    /remove and|update and/,
  ],
  ['an unknown change', [READING, 'info: {', 'info: { x-change: mayor,'], /"x-change" is mayor/],
  [
    'a scenario without Korean',
    [SCENARIOS, 'en: A page., ko: 페이지입니다.', 'en: A page.'],
    /'ko'\. Add it/,
  ],
  ['a misspelt outcome', [SCENARIOS, 'outcome: unknown', 'outcome: none'], /cancelled, rejected, unknown/],
  ['a header that nobody can send', [SCENARIOS, 'text/html', '페이지'], /No header|no header/],
  ['a status that is no response', [SCENARIOS, 'status: 500', 'status: 102'], /must be >= 200/],
  [
    'a statement of an unknown question',
    [LEDGER, 'ko: 오래된 페이지입니다. }', 'ko: 글. }\n    questions: [none]'],
    /no question "none"/,
  ],
  ['a reading that is not there', [LEDGER, 'taken: bare', 'taken: bear'], /no reading "bear"/],
  [
    'one id for two questions',
    [LEDGER, 'id: production-host', 'id: response-envelope'],
    /the id "response-envelope"/,
  ],
])('one line says what is wrong with a file: %s', (_, change, message) => {
  expect(problemsAfter(change)).toEqual([expect.stringMatching(message)]);
});

test('two scenarios have neither one name nor one code', () => {
  const text = readFileSync(join(spec, 'test/pinned', SCENARIOS), 'utf8');
  const [, row = ''] = text.split('scenarios:\n');
  expect(problemsAfter([SCENARIOS, row, row + row])).toEqual([
    expect.stringMatching(/^scenarios\.yaml:10:5: Two entries have the code/),
    expect.stringMatching(/^scenarios\.yaml:11:5: Two entries have the name/),
  ]);
});

test('a key that a scenario does not have, and the one that it lacks, are both named', () => {
  expect(problemsAfter([SCENARIOS, 'outcome:', 'result:'])).toEqual([
    expect.stringMatching(/'outcome'\. Add it/),
    expect.stringMatching(/\(result\)\. Correct its name/),
  ]);
});
