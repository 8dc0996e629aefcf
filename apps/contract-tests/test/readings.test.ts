import { describe, expect, test } from 'vitest';
import { CONFORMING } from '../faults/conforming.ts';
import { ledger } from '../faults/judge.ts';
import { type Send, sendWhole } from '../faults/server.ts';
import { type Trial, tryServer } from '../faults/try.ts';
import { conformingVariants, unspecifiedVariants } from '../faults/variants/all.ts';
import { nothingAnswered } from '../faults/variants/nothing-answered.ts';
import { otherReadingVariants } from '../faults/variants/other-readings.ts';
import { contract } from '../faults/words.ts';
import { answerQuestions } from '../src/report/questions.ts';
import { testEach } from './test-each.ts';
import { baseline, expectNamed, failures, falseAnswers, tryVariant } from './trial.ts';

function saidBy({ results }: Trial, id: string): string {
  const result = results.find((one) => one.id === id);
  return JSON.stringify([
    result?.outcome,
    result?.remarks.map(({ en }) => en.replace(/[ac][0-9a-f]{7}-[-0-9a-f]{27}/g, 'CODE')),
  ]);
}

describe.concurrent('No question is answered when the API itself never responds', () => {
  test.each(nothingAnswered)('a server that $does', async (server) => {
    const { results } = await tryVariant(server);
    const answered = answerQuestions(ledger, results).filter(({ reading }) => reading !== null);
    expect(answered.map(({ id, reading }) => `${id}=${reading}`)).toEqual([]);
  });
});

describe.concurrent('Unspecified behaviour is reported and fails no case', () => {
  testEach(
    unspecifiedVariants,
    ({ does, shows }) => `a server that ${does} shows in ${shows}`,
    async ({ shows, ...server }) => {
      const trial = await tryVariant(server);
      expect(failures(trial)).toEqual([]);
      expect(falseAnswers(trial, server.answers)).toEqual([]);
      expect(saidBy(trial, shows)).not.toBe(saidBy(baseline, shows));
    },
  );
});

describe.concurrent('A conforming server fails no case, in any reading', () => {
  testEach(
    conformingVariants,
    ({ does }) => `a server that ${does}`,
    async (server) => {
      const trial = await tryVariant(server);
      expect(failures(trial)).toEqual([]);
      expect(falseAnswers(trial, server.answers)).toEqual([]);
    },
  );
});

describe.concurrent('A server that follows another reading fails in a case that names the question', () => {
  testEach(
    otherReadingVariants,
    ({ does }) => `a server that ${does}`,
    async ({ question, reading, ...variant }) => {
      const answers = { ...variant.answers, [question]: reading };
      const { results } = await expectNamed({ ...variant, answers });
      const failure = results.find(({ id }) => id === variant.fails);
      expect(failure?.remarks.map(({ en }) => en).join(' ')).toContain(question);
    },
  );
});

test('a server that does not respond to the first request is tested like any other', async () => {
  let isCold = true;
  const send: Send = (...reply) => {
    if (!isCold) sendWhole(...reply);
    isCold = false;
  };
  const trial = await tryVariant({ change: {}, send });
  expect(failures(trial)).toEqual([]);
  expect(falseAnswers(trial)).toEqual([]);
  expect(saidBy(trial, 'auth.in-parallel')).toBe(saidBy(baseline, 'auth.in-parallel'));
});

test('five runs in a row give the same outcomes and evidence', async () => {
  const verdicts = ({ results }: Trial) =>
    Object.fromEntries(results.map(({ id, outcome, evidence }) => [id, [outcome, evidence]]));
  for (let run = 1; run <= 5; run += 1) {
    expect(verdicts(await tryServer(contract, CONFORMING))).toEqual(verdicts(baseline));
  }
});
