import { readFile } from 'node:fs/promises';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { hasOverlay, readAllReadings } from '@ax-cloud/contract/readings/reading-files';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../../changes/scratch.ts';
import { addToChangelog, CHANGELOGS } from '../changelog.ts';

const ledger = await loadLedger();
const readings = await readAllReadings(`${REPOSITORY}/spec`, ledger);
const open = ledger.questions.filter(({ settled }) => settled === undefined);
const [overlay] = readings;
const [kept, unwritten] = open.filter(({ readings: all }) => !all.some(hasOverlay));
const other = unwritten?.readings.find(({ noOverlay }) => noOverlay !== undefined);

/** One answer of each kind: with an overlay, without one, and the reading that is taken already. */
const ANSWERS: Answer[] = [
  [overlay?.question, overlay?.name.split('=')[1]],
  [unwritten?.id, other?.id],
  [kept?.id, kept?.taken],
].map(([question = '', reading = '']) => ({
  question,
  reading,
  settled: { as: 'confirmed', date: '2026-12-01', answer: 'Mail of a developer' },
}));

describe.each(['en', 'ko'] as const)('The changelog in %s', (language) => {
  test('gets one section on top, with what each answer means for a caller, and keeps the others', async () => {
    const before = await readFile(`${REPOSITORY}/${CHANGELOGS[language]}`, 'utf8');
    const after = addToChangelog(before, language, '9.0.0', ANSWERS, ledger, readings);
    const [introduction = '', added = '', ...rest] = after.split(/^## /m);
    expect(introduction + rest.map((section) => `## ${section}`).join('')).toBe(before);
    const [version, ...entries] = added.replaceAll('\n  ', ' ').trim().split(/\n+- /);
    expect(version).toBe('9.0.0');
    const migration = overlay?.migration[language].replaceAll('\n', ' ').trim();
    const wanted = [
      [`\`${overlay?.question}\``, migration],
      [`\`${unwritten?.id}\``, other?.text[language]],
      [`\`${kept?.id}\``],
    ];
    expect(entries).toHaveLength(wanted.length);
    for (const [index, parts] of wanted.entries())
      for (const part of parts) expect(entries[index]).toContain(part);
    expect(after.split('\n').filter((line) => line.length > 120 && !before.includes(line))).toEqual([]);
  });
});
