import type { Run } from '../run.ts';
import type { Size } from './bundled.ts';
import type { Timing } from './rounds.ts';

/** All that is known of one library. */
export interface Row {
  name: string;
  version: string;
  handlesErrors: boolean;
  stubbed: Timing;
  loopback: Timing;
  size: Size;
  /** Milliseconds of cold import, over a process that imports nothing. */
  importMs: number;
  packages: number;
  kilobytes: number;
}

/** One goal of the client, and the result. */
export interface Goal {
  goal: string;
  /** What was measured, with its unit. */
  measured: string;
  reached: boolean;
  /** By how much it was reached or missed. */
  margin: string;
}

/** One run of the benchmark. */
export interface Result extends Run {
  rows: Row[];
  goals: Goal[];
}
