import type { Ledger } from '@ax-cloud/contract/ledger';
import { loadReadings } from '@ax-cloud/contract/readings/load-readings';
import { describe, expect, test } from 'vitest';
import { conforming } from '../faults/conforming.ts';
import { ledger, readings } from '../faults/judge.ts';
import { PLAIN_READINGS } from '../faults/plain.ts';
import { tryServer } from '../faults/try.ts';
import * as variants from '../faults/variants/all.ts';
import { otherReadingVariants } from '../faults/variants/other-readings.ts';
import { contract } from '../faults/words.ts';
import { answerQuestions } from '../src/report/questions.ts';
import { EDITS } from './edits.ts';
import { conformingAnswers } from './trial.ts';

type Set = Readonly<Record<string, string>>;

/** Readings that change the same places or often occur together. */
const TOGETHER: Set[] = [
  { 'response-envelope': 'enveloped', 'body-field-names': 'curl-names', synchronous: 'later' },
  { 'superseded-version': 'version-57', 'comment-form': 'nullable', 'trailing-slash': 'with' },
  { 'missing-key-status': 'both', 'channel-code': 'header-needed', 'invalid-request-answer': 'detail-only' },
  { 'order-code-in-path': 'channel-code', 'response-fields-always': 'sometimes-absent' },
  { 'unavoidable-cancel': 'not-for-channels', 'new-status': 'refused' },
];

/** The readings of a set that can still be applied. A settled question has no overlays. */
const open = (set: Set): Set =>
  Object.fromEntries(
    Object.entries(set).filter(([question, reading]) =>
      readings.all.some((one) => one.question === question && one.reading === reading),
    ),
  );

const SETS: Set[] = [
  ...readings.all.map(({ question, reading }) => ({ [question]: reading })),
  ...TOGETHER.map(open).filter((set) => Object.keys(set).length > 1),
];

describe('The conforming server fails no case and gets true answers in the reading', () => {
  test.each(SETS.map((set) => ({ set, name: JSON.stringify(set) })))('$name', async ({ set }) => {
    const taking = ledgerTaking(set);
    const under = readings.apply(contract, set);
    if (under === undefined) throw new Error('These readings do not apply together.');
    const options = { readings: await loadReadings(taking), timeoutMs: 5000 };
    const { results } = await tryServer(under, conforming(under), options);
    expect(results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toEqual([]);
    const answers = answerQuestions(taking, results).filter(({ reading }) => reading !== null);
    const right = ({ id, reading }: (typeof answers)[number]) =>
      reading === (set[id] ?? conformingAnswers[id]);
    expect(answers.filter((one) => !right(one)).map(({ id, reading }) => `${id}=${reading}`)).toEqual([]);
  });
});

test('each question with overlays has a plain reading, and each plain reading is in the ledger', () => {
  const known = ledger.questions.flatMap(({ id, readings: all }) => all.map((one) => `${id}=${one.id}`));
  const plain = Object.entries(PLAIN_READINGS).map(([id, reading]) => `${id}=${reading}`);
  expect(plain.filter((one) => !known.includes(one))).toEqual([]);
  expect(readings.all.map(({ question }) => question).filter((id) => !(id in PLAIN_READINGS))).toEqual([]);
});

test('every question in `speaks` of a server or an edit has a plain reading', () => {
  const all = [...Object.values(variants).flat(), ...otherReadingVariants, ...EDITS];
  const spoken = new Set(all.flatMap(({ speaks = [] }) => speaks));
  expect(spoken.size).toBeGreaterThan(5);
  expect([...spoken].filter((id) => !(id in PLAIN_READINGS))).toEqual([]);
});

/** The ledger with these readings taken. */
function ledgerTaking(set: Set): Ledger {
  const questions = ledger.questions.map((one) => {
    const taken = set[one.id];
    if (taken === undefined) return one;
    return { ...one, taken, readings: one.readings.map(({ overlay: _, ...each }) => each) };
  });
  return { ...ledger, questions };
}
