import { readFile } from 'node:fs/promises';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { expect, it } from 'vitest';
import { HELP } from '../src/help.ts';
import { REHEARSALS } from '../src/rehearsals.ts';
import { readSettings } from '../src/settings.ts';
import { contract, send } from './exchange.ts';
import { useMock } from './mock.ts';

const mock = useMock();
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

const provoked = contract.responses.flatMap(({ status, examples }) =>
  Object.values(examples).flatMap(({ provokedBy }) =>
    Object.values(provokedBy).map((value): [string, number] => [value, status]),
  ),
);

it.each(provoked)('The README says that "%s" gets %i', (value, status) => {
  const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(value));
  expect(row).toContain(`\`${status}\``);
});

const preferences = [...readme.matchAll(/^\| `((?:code|example)=[^`]*)`/gm)].map(([, value = '']) => value);

it.each(preferences)('The preference "%s" of the README can be met', async (prefer) => {
  const { text } = await send(mock.url, { headers: { prefer } });
  expect(text).not.toContain('Prefer:');
});

it("The README's curl cancels the example order", async () => {
  const [, path] = /http:\/\/127\.0\.0\.1:4010(\S+)/.exec(readme) ?? [];
  const [, authorization] = /'Authorization: (.+?)'/.exec(readme) ?? [];
  const [, body] = /-d '(.+)'/.exec(readme) ?? [];
  const { status } = await send(mock.url, { path: path ?? '', headers: { authorization }, body });
  expect(status).toBe(200);
});

it('The README has the options, the variables and their defaults', () => {
  const { port, host, log, workers } = readSettings([], {});
  expect(readme).toContain(`| \`--port\` | \`AX_MOCK_PORT\` | \`${port}\` |`);
  expect(readme).toContain(`| \`--host\` | \`AX_MOCK_HOST\` | \`${host}\` |`);
  expect(readme).toContain(`| \`--log\` | | \`${log}\` |`);
  expect(readme).toContain(`| \`--workers\` | | \`${workers}\` |`);
  for (const [option] of HELP.matchAll(/--\w+/g)) expect(readme).toContain(`\`${option}\``);
});

it("The README's table of rehearsals is that of the code", () => {
  const [, section = ''] = readme.split('## Rehearsals');
  const [, table = ''] = (section.split('\n## ')[0] ?? '').split('| --- | --- | --- |\n');
  const rows = REHEARSALS.map(
    ({ orderCode, happens, conclude }) => `| \`${orderCode}\` | ${happens} | ${conclude} |`,
  );
  expect(table.split('\n').filter((line) => line.startsWith('|'))).toEqual(rows);
});

it('Every assumption names a question of the ledger', async () => {
  const [, assumptions = ''] = readme.split('## What it assumes');
  const ids = new Set((await loadLedger()).questions.map(({ id }) => id));
  const lines = assumptions.split('\n').filter((line) => line.startsWith('- '));
  for (const line of lines) expect(ids).toContain(/\(`([a-z-]+)`\)\.$/.exec(line)?.[1]);
  expect(lines).not.toEqual([]);
});
