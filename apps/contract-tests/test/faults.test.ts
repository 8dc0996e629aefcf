import { loadContract } from '@ax-cloud/channel-spec/contract';
import { loadLedger } from '@ax-cloud/channel-spec/ledger';
import { describe, expect, test } from 'vitest';
import { CONFORMING } from '../faults/behaviour.ts';
import { type Trial, tryServer } from '../faults/try.ts';
import { authorizationVariants } from '../faults/variants/authorization.ts';
import { bodyVariants } from '../faults/variants/body.ts';
import { orderCodeVariants } from '../faults/variants/order-code.ts';
import { otherReadingVariants, readingVariants } from '../faults/variants/readings.ts';
import { silentVariants } from '../faults/variants/silent.ts';
import { stateVariants } from '../faults/variants/state.ts';
import { successVariants } from '../faults/variants/success.ts';
import { wireVariants } from '../faults/variants/wire.ts';
import { answerQuestions } from '../src/questions.ts';

const contract = await loadContract();
const ledger = await loadLedger();
const baseline = await tryServer(contract, CONFORMING);

function failures({ results }: Trial): string[] {
  return results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

function saidBy({ results }: Trial, id: string): string {
  const result = results.find((one) => one.id === id);
  return JSON.stringify([
    result?.outcome,
    result?.remarks.map(({ en }) => en.replace(/[ac][0-9a-f]{7}-[-0-9a-f]{27}/g, 'CODE')),
  ]);
}

const documented = [
  ...authorizationVariants,
  ...orderCodeVariants,
  ...bodyVariants,
  ...successVariants,
  ...stateVariants,
  ...wireVariants,
];

describe.concurrent('A server that breaks the contract fails in the case that names the fault, and in no other', () => {
  test.each(documented)('a server that $does fails $fails', async ({ fails, also, change, send }) => {
    const timeoutMs = send === undefined ? 5000 : 2000;
    const trial = await tryServer(contract, { ...CONFORMING, ...change }, { send, timeoutMs });
    const failed = failures(trial);
    expect(failed).toContain(fails);
    expect(failed.filter((id) => id !== fails && !also?.test(id))).toEqual([]);
  });
});

describe.concurrent('What a server does where the contract is silent is seen, and fails nothing', () => {
  test.each(silentVariants)('a server that $does shows in $shows', async ({ shows, change, send }) => {
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
    Object.fromEntries(results.map(({ id, outcome, answers }) => [id, [outcome, answers]]));
  for (let run = 1; run <= 5; run += 1) {
    expect(verdicts(await tryServer(contract, CONFORMING))).toEqual(verdicts(baseline));
  }
});

describe.concurrent('A server that follows another reading of the page fails once, with the question', () => {
  test.each(otherReadingVariants)(
    'a server that $does',
    async ({ fails, also, question, reading, change }) => {
      const trial = await tryServer(contract, { ...CONFORMING, ...change });
      const failed = failures(trial);
      expect(failed).toContain(fails);
      expect(failed.filter((id) => id !== fails && !also?.test(id))).toEqual([]);
      const cause = trial.results
        .find(({ id }) => id === fails)
        ?.remarks.map(({ en }) => en)
        .join(' ');
      expect(cause).toContain(question);
      expect(answerQuestions(ledger, trial.results).find(({ id }) => id === question)?.reading).toBe(reading);
    },
  );
});
