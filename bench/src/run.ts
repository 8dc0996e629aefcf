import { cpus } from 'node:os';

/** When, with what and on what a benchmark ran. */
export interface Run {
  date: string;
  node: string;
  cpus: string;
  /** Seconds that the run took. */
  seconds: number;
}

/** Describes the run that ends now. @param started `performance.now()` at its start */
export function describeRun(started: number): Run {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpus: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

/** A run in one line. */
export function showRun({ date, node, cpus, seconds }: Run): string {
  return `${date}, Node.js ${node}, ${cpus}, in ${seconds} s.`;
}
