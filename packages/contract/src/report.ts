import type { Evidence } from './generated/report.d.ts';

/** The report of a run of the contract tests, `contract.json`, and its parts, as `spec/report.schema.json` describes them. */
export type {
  Case as ReportedCase,
  Evidence as ReportedEvidence,
  Exchange as ReportedExchange,
  Question as ReportedQuestion,
  Report,
  Statement as ReportedStatement,
} from './generated/report.d.ts';

/** The readings that all evidence on a question allows. None are left where it contradicts itself, or where there is none. */
export function readingsLeft([first, ...others]: readonly Evidence[]): string[] {
  return (first?.readings ?? []).filter((one) => others.every(({ readings }) => readings.includes(one)));
}
