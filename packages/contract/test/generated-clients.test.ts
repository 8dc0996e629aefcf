import { describe, expect, it } from 'vitest';
import { loadGeneratedClients } from '../src/generated-clients.ts';
import { schemaValidator } from './schema-validator.ts';

const found = await loadGeneratedClients();
const validate = await schemaValidator('generated-clients');

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
    ['has an unknown problem', { ...client, setting: { why, without: ['odd'] } }],
    ['says only in English what to set', { ...client, setting: { why: { en: why.en }, without } }],
    ['has a setting that prevents no problem', { ...client, setting: { why, without: [] } }],
    ['has an unknown field', { ...client, name: 'Java' }],
  ])('refuses one that %s', (_, refused) => {
    expect(validate({ ...found, clients: [refused] })).toBe(false);
  });

  it('takes a setting', () => {
    const set = { ...client, setting: { why, without, code: 'set();' } };
    expect(validate({ ...found, clients: [set] })).toBe(true);
  });
});
