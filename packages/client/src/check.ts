/** What an argument or an option must be. */
export type Rule<Given = object> = readonly [
  name: string,
  /** Goes on after "Give". */
  wanted: string,
  isValid: (value: never, given: Given) => boolean,
  /** Whether no message may show the value. */
  isSecret?: boolean,
];

/**
 * Checks arguments or options by the rules for them. There must be no others: what is ignored is what somebody relies on.
 *
 * @param what what all of them are
 * @throws {TypeError} naming the first that is wrong, and what to give
 */
export function check<Given extends object>(
  given: Given,
  rules: readonly Rule<Given>[],
  what?: string,
): void {
  const known = rules.map(([name]) => name);
  for (const name in given) {
    if (known.includes(name) || given[name] === undefined) continue;
    throw new TypeError(`"${name}" is not ${what}. Give one of ${known.join(', ')}.`);
  }
  for (const [name, wanted, isValid, isSecret] of rules) {
    const value: unknown = given[name as keyof Given];
    if (isValid(value as never, given)) continue;
    const shown =
      typeof value === 'string' ? `"${value}" ` : Object(value) === value ? '' : `${String(value)} `;
    // A variable of the environment that is not set is undefined or, with a default, empty.
    const found =
      value == null || value === '' ? 'missing' : `${isSecret ? 'not valid ' : shown}(${typeof value})`;
    throw new TypeError(`${name} is ${found}. Give ${wanted}.`);
  }
}

/** Whether a value is a function, or left out. */
export const isOptionalFunction = (value: unknown): boolean => value == null || typeof value === 'function';

/** The rule for a whole number that may be left out. Its bound is that of timers, which take a longer time for none at all. */
function count(name: string, least: number): Rule {
  const most = 2 ** 31 - 1;
  return [
    name,
    `a whole number from ${least} to ${most}`,
    (value: number | null | undefined) =>
      value == null || (Number.isInteger(value) && value >= least && value <= most),
  ];
}

export const LIMITS: readonly Rule[] = [count('timeoutMs', 1), count('retries', 0)];

/** A value where it is a string, and otherwise an empty one. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
