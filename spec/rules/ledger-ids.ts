import type { Document } from 'yaml';
import type { ReportAt } from './file-problem.ts';
import { listOf, type Node, objectOf, type Path } from './rule.ts';
import { offsetAt } from './yaml-place.ts';

/** Every id of the ledger is there once, and everything that names an id names one that is there. */
export function checkLedgerIds(document: Document, report: ReportAt): void {
  const ledger = objectOf(document.toJS());
  const reportAt = (path: Path, message: string) => report(offsetAt(document, path), message);
  const [statements, evidence, questions] = ['statements', 'evidence', 'questions'].map((key) => {
    checkTwice(ledger[key], [key], 'id', reportAt);
    return listOf(ledger[key]).map(objectOf);
  }) as [Node[], Node[], Node[]];
  const open = idsOf(questions);
  const settled = idsOf(questions.filter((question) => question.settled !== undefined));
  const known = idsOf(evidence);
  const names = (path: Path, what: string, ids: unknown, of: readonly unknown[]) => {
    for (const id of listOf(ids).filter((one) => !of.includes(one)))
      reportAt(path, `There is no ${what} "${id}". Correct the id, or add it.`);
  };
  statements.forEach(({ questions: raised, contradictedBy }, index) => {
    names(['statements', index, 'questions'], 'question', raised, open);
    const by = contradictedBy === undefined ? [] : [contradictedBy];
    names(['statements', index, 'contradictedBy'], 'settled question', by, settled);
  });
  questions.forEach(({ evidence: named, readings, taken }, index) => {
    names(['questions', index, 'evidence'], 'evidence', named, known);
    names(['questions', index, 'taken'], 'reading', [taken], idsOf(listOf(readings).map(objectOf)));
    checkTwice(readings, ['questions', index, 'readings'], 'id', reportAt);
  });
}

/** Reports each entry of a list that has the same value at a key as an earlier one. */
export function checkTwice(
  list: unknown,
  path: Path,
  key: string,
  report: (path: Path, message: string) => void,
): void {
  const values = listOf(list).map((entry) => objectOf(entry)[key]);
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index)
      report([...path, index, key], `Two entries have the ${key} "${value}". Give each one of its own.`);
  });
}

function idsOf(entries: readonly Node[]): unknown[] {
  return entries.map(({ id }) => id);
}
