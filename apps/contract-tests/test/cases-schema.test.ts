import { readdirSync, readFileSync } from 'node:fs';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import schema from '../cases/schema.json' with { type: 'json' };
import { CLASS_NAMES } from '../src/cases/evidence.ts';
import { EXPECTATIONS } from '../src/cases/expectations.ts';
import { allCases } from '../src/cases/load.ts';

interface Asking {
  asks?: Record<string, Record<string, string | string[]>>;
}
interface Group extends Asking {
  cases: Record<string, Asking>;
}

const folder = new URL('../cases/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** Whether a valid group with one case is still valid after these additions. */
function isValid(group: object, row: object, title: object = {}): boolean {
  const whole = { en: '{What} is refused', ko: '{what}: 거부된다', ...title };
  return validate([{ title: whole, ...group, cases: { 'body.null': { en: 'null', ko: 'null', ...row } } }]);
}

test.each(files)('%s is valid against schema.json', (name) => {
  validate(read(name));
  expect(validate.errors ?? []).toEqual([]);
});

test('every file in cases/ is read', async () => {
  const ids = new Set(allCases(await loadContract()).map(({ id }) => id));
  const unread = files.filter(
    (name) => !read(name).some(({ cases }) => Object.keys(cases).some((id) => ids.has(id))),
  );
  expect(unread).toEqual([]);
});

test('every reading that a case names is a reading of its question', async () => {
  const { questions } = await loadLedger();
  const known = new Set(questions.flatMap(({ id, readings }) => readings.map((one) => `${id}=${one.id}`)));
  const named = files.flatMap(read).flatMap((group) => [group, ...Object.values(group.cases)]);
  const readings = named.flatMap(({ asks = {} }) =>
    Object.entries(asks).flatMap(([id, classes]) =>
      Object.values(classes)
        .flat()
        .map((one) => `${id}=${one}`),
    ),
  );
  expect(readings.length).toBeGreaterThan(0);
  expect(readings.filter((one) => !known.has(one))).toEqual([]);
});

test.each([
  ['a group with an unknown property', { levels: 'open' }, {}, {}],
  ['a case with an unknown property', {}, { prove: [] }, {}],
  ['a title in an unknown language', {}, {}, { jp: 'x' }],
  ['a case with a property of groups', {}, { for: 'text' }, {}],
])('%s is refused', (_, group, row, title) => {
  expect(isValid({}, {}, {})).toBe(true);
  expect(isValid(group, row, title)).toBe(false);
});

test.each([
  ['a rule', { expect: 'body-accepted' }],
  ['a class of responses', { asks: { charset: { 'status-402': 'utf-8' } } }],
  ['a level', { level: 'certain' }],
  ['a need', { needs: 'order' }],
])('%s that does not exist is refused', (_, row) => {
  expect(isValid({}, row)).toBe(false);
});

test('a case with `value` is refused in a group without `for`', () => {
  expect(isValid({ for: 'required' }, { value: null })).toBe(true);
  expect(isValid({}, { value: null })).toBe(false);
});

test('schema.json lists every class of responses and every rule', () => {
  expect(schema.$defs.class.enum.toSorted()).toEqual(CLASS_NAMES.toSorted());
  const rules = [...Object.keys(EXPECTATIONS), 'key-refused'];
  expect(schema.$defs.verdict.properties.expect.enum.toSorted()).toEqual(rules.toSorted());
});

test('schema.json describes every property in one sentence', () => {
  expect(undescribed(schema)).toEqual([]);
});

/** Pointers to the schema's properties without a description of one sentence. */
function undescribed(node: unknown, path = '#'): string[] {
  if (typeof node !== 'object' || node === null || path === '#/$defs/withoutField') return [];
  return Object.entries(node).flatMap(([key, inner]) => {
    const isProperty = path.endsWith('/properties');
    const described = /^[A-Z][^.!?]*([.!?]\S[^.!?]*)*\.$/.test(inner?.description ?? '');
    const own = `${path}/${key}`;
    return [...(isProperty && !described ? [own] : []), ...undescribed(inner, own)];
  });
}

function read(name: string): Group[] {
  return parse(readFileSync(new URL(name, folder), 'utf8'));
}
