import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type CaseResult, remarksOf } from './findings.ts';
import type { Finding } from './run.ts';

declare module 'vitest' {
  interface TaskMeta {
    caseId?: string;
    finding?: Finding;
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

/**
 * Prints a line for each case as it ends, and keeps the results.
 *
 * @param mask hides the key in whatever is printed or kept, since a server may send it back
 */
export function createReporter(print: (line: string) => void, mask: (text: string) => string) {
  const results: CaseResult[] = [];
  const errors: string[] = [];
  const reporter: Reporter = {
    onTestCaseResult(testCase: TestCase) {
      const result = resultOf(testCase, mask);
      results.push(result);
      print(`${MARKS[result.outcome]} ${result.id.padEnd(34)} ${result.title}`);
      for (const remark of result.remarks) print(`    ${result.outcome}: ${remark}`);
    },
    onTestModuleEnd(module: TestModule) {
      for (const error of module.errors()) errors.push(mask(error.stack ?? error.message));
    },
    onTestRunEnd(_modules, unhandled) {
      for (const error of unhandled) errors.push(mask(error.stack ?? error.message));
    },
  };
  return { reporter, results, errors };
}

function resultOf(testCase: TestCase, mask: (text: string) => string): CaseResult {
  const { caseId = testCase.name, finding } = testCase.meta();
  const title = testCase.name;
  if (finding !== undefined) {
    return { id: caseId, title, outcome: finding.outcome, remarks: remarksOf(finding).map(mask) };
  }
  const { state, errors = [] } = testCase.result();
  return {
    id: caseId,
    title,
    outcome: state === 'failed' ? 'error' : 'not run',
    remarks: errors.map((error) => mask(error.message)),
  };
}
