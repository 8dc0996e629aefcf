import { describe, expect, test } from 'vitest';
import { CONFORMING } from '../faults/conforming.ts';
import { deriveServers } from '../faults/derived.ts';
import { makeCodes, tryServer } from '../faults/try.ts';
import { contract } from '../faults/words.ts';
import { allCases } from '../src/cases/load.ts';
import { failures, falseAnswers } from './trial.ts';

const codes = makeCodes();
const servers = await deriveServers(contract, allCases(contract), codes);

test('most documented cases have a derived server', () => {
  const documented = allCases(contract).filter(({ level }) => level === 'documented');
  expect(servers.flatMap(({ fails }) => fails).length).toBeGreaterThan(documented.length * 0.7);
});

describe.concurrent('A server that accepts what some cases send fails in these cases and no others', () => {
  test.each(servers)('$fails', async ({ fails, also, change, asks }) => {
    const trial = await tryServer(contract, { ...CONFORMING, ...change }, { codes });
    const failed = failures(trial);
    expect(failed).toEqual(expect.arrayContaining(fails));
    expect(failed.filter((id) => !also.includes(id))).toEqual([]);
    const isAsked = (answer: string) => asks.some((question) => answer.startsWith(`${question}=`));
    expect(falseAnswers(trial).filter((answer) => !isAsked(answer))).toEqual([]);
  });
});
