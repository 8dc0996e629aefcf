import type { ExchangeViolation } from './exchange.ts';

/** Counts what a proxy has seen. */
export interface Tally {
  add(violations: readonly ExchangeViolation[]): void;
  /** Counts a request that the server did not answer. */
  fail(): void;
  readonly exchanges: number;
  readonly violating: number;
  /** What to print at the end: each violation, the most frequent first. */
  summary(): string[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  let exchanges = 0;
  let violating = 0;
  let unanswered = 0;
  return {
    add(violations) {
      exchanges += 1;
      if (violations.length > 0) violating += 1;
      for (const { by, message } of violations) {
        const text = `${by}: ${message}`;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    },
    fail() {
      unanswered += 1;
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
      const silent = unanswered === 0 ? '' : ` ${unanswered} more were not answered.`;
      return [`${violating} of ${exchanges} exchanges broke the contract.${silent}`, ...lines];
    },
  };
}
