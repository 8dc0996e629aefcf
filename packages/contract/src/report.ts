/** The report of a run of the contract tests, `contract.json`, and its parts, as `spec/report.schema.json` describes them. */
export type {
  Case as ReportedCase,
  Evidence as ReportedEvidence,
  Exchange as ReportedExchange,
  Question as ReportedQuestion,
  Report,
  Statement as ReportedStatement,
} from './generated/report.d.ts';
