import type { Verdict } from './exchange.ts';

/** Counts the exchanges of a proxy and their violations. */
export interface Tally {
  add(verdict: Verdict): void;
  /** Counts a request that got no whole response. */
  fail(): void;
  readonly exchanges: number;
  readonly violating: number;
  /** What to print at the end: each violation, the most frequent first. */
  summary(): string[];
}

/** Makes a tally that is empty. */
export function createTally(): Tally {
  const counts = new Map<string, number>();
  let exchanges = 0;
  let violating = 0;
  let partly = 0;
  let failed = 0;
  return {
    add({ violations, unchecked }) {
      exchanges += 1;
      if (unchecked.length > 0) partly += 1;
      if (violations.length > 0) violating += 1;
      for (const { by, message } of violations) {
        const text = `${by}: ${message}`;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    },
    fail() {
      failed += 1;
    },
    get exchanges() {
      return exchanges;
    },
    get violating() {
      return violating;
    },
    summary() {
      const lines = [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([text, count]) => `${String(count).padStart(6)} × ${text}`);
      const unchecked = partly === 0 ? '' : ` Not checked completely: ${partly}.`;
      const rest = failed === 0 ? '' : ` ${failed} more got no whole response.`;
      return [`${violating} of ${exchanges} exchanges broke the contract.${unchecked}${rest}`, ...lines];
    },
  };
}
