import { LineCounter } from 'yaml';

/** Reports a problem of a file at an offset of its text: what is wrong, and what to do. */
export type ReportAt = (offset: number, message: string) => void;

/** Collects the problems of one file, each as a line like those of the rules. */
export function fileProblems(name: string, text: string): { lines: string[]; report: ReportAt } {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) counter.addNewLine(index + 1);
  const lines: string[] = [];
  return {
    lines,
    report: (offset, message) => {
      const { line, col } = counter.linePos(offset);
      lines.push(`${name}:${line}:${col}: ${message} (contract/files)`);
    },
  };
}
