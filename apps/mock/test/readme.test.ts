import { readFile } from 'node:fs/promises';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { describe, expect, it } from 'vitest';
import { generateReadmes } from '../generator/readmes.ts';
import { HELP } from '../src/help.ts';
import { readSettings } from '../src/settings.ts';
import { contract, order, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();

const provoked = contract.responses.flatMap(({ status, examples }) =>
  Object.values(examples).flatMap(({ provokedBy }) =>
    Object.values(provokedBy)
      .filter((value) => value !== '')
      .map((value): [string, number] => [value, status]),
  ),
);

describe.each(['README.md', 'README.ko.md'])('%s', async (name) => {
  const readme = await readFile(new URL(`../${name}`, import.meta.url), 'utf8');

  it.each(provoked)('says that "%s" gets %i', (value, status) => {
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(value));
    expect(row).toContain(`\`${status}\``);
  });

  const preferences = [...readme.matchAll(/^\| `((?:code|example)=[^`]*)`/gm)].map(([, value = '']) => value);

  it.each(preferences)('has the preference "%s", which can be met', async (prefer) => {
    const { text } = await send(mock.url, { headers: { prefer } });
    expect(text).not.toContain('Prefer:');
  });

  it('has a curl that cancels the example order', async () => {
    const [, path] = /http:\/\/127\.0\.0\.1:4010(\S+)/.exec(readme) ?? [];
    const [, body] = /-d '(.+)'/.exec(readme) ?? [];
    const given = [...readme.matchAll(/-H '(.+?): (.+?)'/g)].map(([, header = '', value]) => [
      header.toLowerCase(),
      value,
    ]);
    // Only headers that the README names are sent.
    const unsent = Object.keys(order.HEADERS).map((header) => [header, undefined]);
    const headers = Object.fromEntries([['authorization', undefined], ...unsent, ...given]);
    const { status, json } = await send(mock.url, { path: path ?? '', headers, body });
    expect(status).toBe(order.SUCCESS);
    expect(order.orderIn(json)).toMatchObject(order.repeats());
  });

  it.each(['{api_key}', 'undefined', 'null', 'None'])(
    'says that the key %s is refused, and it is',
    async (key) => {
      const row = readme.split('\n').find((line) => line.includes('Authorization: Token invalid'));
      expect(row).toContain(`\`${key}\``);
      expect((await send(mock.url, { headers: { authorization: `Token ${key}` } })).status).toBe(
        order.refusals.wrongKey[0].status,
      );
    },
  );

  it('has the options, the variables and their defaults', () => {
    const { port, host, log } = readSettings([], {});
    expect(readme).toContain(`| \`--port\` | \`AX_MOCK_PORT\` | \`${port}\` |`);
    expect(readme).toContain(`| \`--host\` | \`AX_MOCK_HOST\` | \`${host}\` |`);
    expect(readme).toContain(`| \`--log\` | | \`${log}\` |`);
    for (const [option] of HELP.matchAll(/--[\w-]+/g)) expect(readme).toContain(`\`${option}\``);
  });

  it('has its tables and its curl, as "pnpm generate" writes them', async () => {
    const found = (await generateReadmes()).find((generated) => generated.name === name);
    expect(readme).toBe(found?.generated);
  });

  it('names the question of the ledger for each assumption', async () => {
    const [, assumptions = ''] = readme.split(/\n## (?:What it assumes|가정하는 것)\n/);
    const ids = new Set((await loadLedger()).questions.map(({ id }) => id));
    const lines = assumptions.split('\n').filter((line) => line.startsWith('- '));
    for (const line of lines) expect(ids).toContain(/\(`([a-z-]+)`\)\.$/.exec(line)?.[1]);
    expect(lines).not.toEqual([]);
  });
});

it('Both READMEs name the same questions, in the same order', async () => {
  const [english, korean] = await Promise.all(
    ['README.md', 'README.ko.md'].map(async (name) => {
      const readme = await readFile(new URL(`../${name}`, import.meta.url), 'utf8');
      return [...readme.matchAll(/^- .*\(`([a-z-]+)`\)\.$/gm)].map(([, id]) => id);
    }),
  );
  expect(korean).toEqual(english);
});
