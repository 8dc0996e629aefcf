import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Case } from './case.ts';
import type { CaseResult, Finding } from './findings.ts';
import type { Spending } from './schedule.ts';

declare module 'vitest' {
  interface TaskMeta {
    caseId?: string;
    finding?: Finding;
    /** On the last test only. */
    spending?: Spending;
  }
}

const MARKS: Record<CaseResult['outcome'], string> = {
  passed: '✓',
  failed: '✗',
  observed: '◦',
  skipped: '–',
  error: '!',
  'not run': ' ',
};

const NOTHING: Spending = {
  requests: 0,
  ordersCancelled: [],
  ordersAlreadyCancelled: [],
  ordersUnknown: [],
  durationsMs: [],
};
const EMPTY = { remarks: [], answers: {}, actual: null, exchange: null, durationsMs: [] };

/**
 * Prints a line for each case as it ends, and keeps the results.
 *
 * @param mask hides secrets in errors of the suite; findings come masked
 */
export function createReporter(
  cases: readonly Case[],
  print: (line: string) => void,
  mask: (text: string) => string,
) {
  const results = new Map<string, CaseResult>();
  const errors: string[] = [];
  const width = Math.max(...cases.map(({ id }) => id.length));
  let spending = NOTHING;

  function resultOf(one: Case, testCase: TestCase): CaseResult {
    const { finding } = testCase.meta();
    const { id, title, expects, needs } = one;
    if (finding !== undefined) return { ...finding, id, title, expects, needs };
    const { state, errors: thrown = [] } = testCase.result();
    const remarks = thrown
      .map((error) => mask(error.message))
      .map((message) => ({ en: message, ko: message }));
    return {
      ...EMPTY,
      id,
      title,
      expects,
      needs,
      remarks,
      outcome: state === 'failed' ? 'error' : 'not run',
    };
  }

  const reporter: Reporter = {
    onTestCaseResult(testCase: TestCase) {
      const { caseId, spending: used } = testCase.meta();
      if (used !== undefined) spending = used;
      const one = cases.find(({ id }) => id === caseId);
      if (one === undefined) return;
      const result = resultOf(one, testCase);
      results.set(one.id, result);
      print(`${MARKS[result.outcome]} ${result.id.padEnd(width)}  ${result.title.en}`);
      for (const remark of result.remarks) print(`    ${result.outcome}: ${remark.en}`);
    },
    onTestModuleEnd(module: TestModule) {
      for (const error of module.errors()) errors.push(mask(error.stack ?? error.message));
    },
    onTestRunEnd(_modules, unhandled) {
      for (const error of unhandled) errors.push(mask(error.stack ?? error.message));
    },
  };
  return {
    reporter,
    errors,
    results: () =>
      cases.map(
        ({ id, title, expects, needs }): CaseResult =>
          results.get(id) ?? { ...EMPTY, id, title, expects, needs, outcome: 'not run' },
      ),
    spending: () => spending,
  };
}
