import { markdownTable } from '@ax-cloud/contract/scenario-table';
import type { Finding } from './examine.ts';
import type { Seen } from './judge.ts';

/** The figures of one stack. */
export interface Figures {
  stack: string;
  documented: number;
  rightCause: number;
  elsewhere: number;
  observed: number;
  unseen: number;
  unspecified: number;
  unspecifiedUnseen: number;
  falseAnswers: number;
  falseFailures: number;
}

/** Counts the findings of a stack. */
export function count(stack: string, findings: readonly Finding[]): Figures {
  const documented = findings.filter(({ fault }) => fault?.breaks === 'documented');
  const unspecified = findings.filter(({ fault }) => fault?.breaks === 'unspecified');
  const seen = (kind: Seen) => documented.filter((finding) => finding.seen === kind).length;
  return {
    stack,
    documented: documented.length,
    rightCause: seen('right cause'),
    elsewhere: seen('elsewhere'),
    observed: seen('observed'),
    unseen: seen('unseen'),
    unspecified: unspecified.length,
    unspecifiedUnseen: unspecified.filter((finding) => isMissed(finding)).length,
    falseAnswers: findings.reduce((sum, { falseAnswers }) => sum + falseAnswers.length, 0),
    falseFailures: findings
      .filter(({ fault }) => fault === undefined)
      .reduce((sum, { failed, noReport }) => sum + failed.length + (noReport === undefined ? 0 : 1), 0),
  };
}

/** Whether the run neither failed nor showed the fault at its own case. */
export function isMissed({ seen }: Finding): boolean {
  return seen === 'unseen' || seen === 'elsewhere';
}

/** The figures as a table in Markdown. */
export function writeTable(rows: readonly Figures[]): string {
  const head = [
    'stack',
    'documented',
    'right cause',
    'elsewhere',
    'observed',
    'unseen',
    'unspecified',
    'not shown',
    'false answers',
    'false failures',
  ];
  const lines = rows.map((row) => Object.values(row).map(String));
  return markdownTable([head, ...lines]);
}

/** One line for everything that a run got wrong. */
export function describeMistakes(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => {
    const { stack, fault, seen, failed, falseAnswers, noReport } = finding;
    const where = `${stack.id} ${fault?.id ?? '(conforming)'}`;
    const lines: string[] = [];
    if (noReport !== undefined) lines.push(`${where}: no report: ${noReport}`);
    if (fault === undefined && failed.length > 0) lines.push(`${where}: fails ${failed.join(', ')}`);
    if (fault?.breaks === 'documented' && seen !== 'right cause') {
      lines.push(`${where}: ${seen}${failed.length > 0 ? `, fails ${failed.join(', ')}` : ''}`);
    }
    if (fault?.breaks === 'unspecified' && isMissed(finding)) lines.push(`${where}: not shown`);
    if (falseAnswers.length > 0) lines.push(`${where}: answers ${falseAnswers.join(', ')}`);
    return lines;
  });
}
