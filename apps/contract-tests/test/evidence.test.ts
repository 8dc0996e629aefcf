import { expect, test } from 'vitest';
import { detail } from '../faults/behaviour.ts';
import { CONFORMING } from '../faults/conforming.ts';
import { ledger } from '../faults/judge.ts';
import { authorizationVariants } from '../faults/variants/authorization.ts';
import { answerQuestions } from '../src/report/questions.ts';
import { tryVariant } from './trial.ts';

/** The exchange that the answer to a question shows. */
async function shownFor(question: string, change: Partial<typeof CONFORMING>) {
  const { results } = await tryVariant({ change });
  const answer = answerQuestions(ledger, results).find(({ id }) => id === question);
  return { reading: answer?.reading, exchange: answer?.evidence[0]?.exchange };
}

test('an answer shows the exchange that decided, and not the last one of its case', async () => {
  const slash = await shownFor('trailing-slash', {
    route: (path) => CONFORMING.route(path.replace(/(?<=tour\/.+)\/$/, '')),
  });
  expect(slash.reading).toBe('either');
  expect(slash.exchange?.request.url).toMatch(/[0-9a-f]\/$/);
  expect(slash.exchange?.response?.headers['content-type']).toBe('application/json');

  const reopened = await shownFor('new-status', {
    repeat: (_, { ax_status }) => (ax_status === 'New' ? undefined : detail(409, 'x')),
  });
  expect(reopened.reading).toBe('reopens');
  expect(reopened.exchange?.request.body).toContain('"New"');
});

test('a failure shows the exchange that decided', async () => {
  const one = authorizationVariants.find(({ fails }) => fails === 'auth.in-parallel');
  const { results } = await tryVariant({ ...one });
  const failure = results.find(({ id }) => id === 'auth.in-parallel');
  expect(failure?.outcome).toBe('failed');
  expect(failure?.remarks[0]?.en).toContain(failure?.actual);
});
