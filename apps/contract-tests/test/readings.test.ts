import { describe, expect, test } from 'vitest';
import { CONFORMING } from '../faults/behaviour.ts';
import { type Trial, tryServer } from '../faults/try.ts';
import { otherReadingVariants, readingVariants } from '../faults/variants/readings.ts';
import { unspecifiedVariants } from '../faults/variants/unspecified.ts';
import { ledger } from '../faults/judge.ts';
import { answerQuestions } from '../src/report/questions.ts';
import { contract, expectNamed, failures } from './trial.ts';

const baseline = await tryServer(contract, CONFORMING);

function saidBy({ results }: Trial, id: string): string {
  const result = results.find((one) => one.id === id);
  return JSON.stringify([
    result?.outcome,
    result?.remarks.map(({ en }) => en.replace(/[ac][0-9a-f]{7}-[-0-9a-f]{27}/g, 'CODE')),
  ]);
}

describe.concurrent('What a server does where the contract specifies nothing is seen, and fails nothing', () => {
  test.each(unspecifiedVariants)('a server that $does shows in $shows', async ({ shows, change, send }) => {
    const trial = await tryServer(contract, { ...CONFORMING, ...change }, { send });
    expect(failures(trial)).toEqual([]);
    expect(saidBy(trial, shows)).not.toBe(saidBy(baseline, shows));
  });
});

describe.concurrent('No server that conforms is accused, in whatever reading', () => {
  test.each(readingVariants)('a server that $does', async ({ change, answers = {}, orders }) => {
    const trial = await tryServer(
      contract,
      { ...CONFORMING, ...change },
      orders === undefined ? {} : { orders },
    );
    expect(failures(trial)).toEqual([]);
    const found = answerQuestions(ledger, trial.results).filter(({ id }) => id in answers);
    expect(Object.fromEntries(found.map(({ id, reading }) => [id, reading]))).toEqual(answers);
  });
});

test('five runs in a row give the same verdicts', async () => {
  const verdicts = ({ results }: Trial) =>
    Object.fromEntries(results.map(({ id, outcome, evidence }) => [id, [outcome, evidence]]));
  for (let run = 1; run <= 5; run += 1) {
    expect(verdicts(await tryServer(contract, CONFORMING))).toEqual(verdicts(baseline));
  }
});

describe.concurrent('A server that follows another reading of the page fails once, with the question', () => {
  test.each(otherReadingVariants)('a server that $does', async ({ question, reading, ...variant }) => {
    const { results } = await expectNamed(variant);
    const cause = results
      .find(({ id }) => id === variant.fails)
      ?.remarks.map(({ en }) => en)
      .join(' ');
    expect(cause).toContain(question);
    expect(answerQuestions(ledger, results).find(({ id }) => id === question)?.reading).toBe(reading);
  });
});
