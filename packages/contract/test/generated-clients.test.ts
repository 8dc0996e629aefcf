import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadGeneratedClients } from '../src/generated-clients.ts';

const found = await loadGeneratedClients();
const schema = await readFile(
  new URL(import.meta.resolve('@ax-cloud/channel-spec/generated-clients.schema.json')),
  'utf8',
);
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(schema));

describe('What generators make of the contract', () => {
  it('has the form that its schema describes, with texts in both languages', () => {
    validate(found);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has one entry for each generated client', () => {
    const ids = found.clients.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

const [client] = found.clients;
const without = ['null-sent'];
const why = { en: 'Set it.', ko: '설정하십시오.' };

describe('The schema of the generated clients', () => {
  it.each<[string, object]>([
    ['has no responses', { ...client, responses: [] }],
    ['has a problem that nobody knows', { ...client, setting: { why, without: ['odd'] } }],
    ['says only in English what to set', { ...client, setting: { why: { en: why.en }, without } }],
    ['must be set for no reason', { ...client, setting: { why, without: [] } }],
    ['has a field of another name', { ...client, name: 'Java' }],
  ])('refuses one that %s', (_, refused) => {
    expect(validate({ ...found, clients: [refused] })).toBe(false);
  });

  it('takes what must be set', () => {
    const set = { ...client, setting: { why, without, code: 'set();' } };
    expect(validate({ ...found, clients: [set] })).toBe(true);
  });
});
