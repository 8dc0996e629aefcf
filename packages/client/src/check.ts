/**
 * Checks a part of an argument that may be left out.
 *
 * @param used the part itself where it must be a function, otherwise what is called of it
 * @throws {TypeError} naming it
 */
export function checkCallable(name: string, what: string, used: unknown): void {
  if (used != null && typeof used !== 'function') {
    throw new TypeError(`${name} is not a valid ${what}. Give one, or leave it out.`);
  }
}

/**
 * Checks a whole number. Its bound is that of timers, which take a longer time for none at all.
 *
 * @throws {TypeError} naming it
 */
export function checkCount(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value < 2 ** 31) return value;
  throw new TypeError(`${name} is ${show(value)}. Give a whole number from ${least} to ${2 ** 31 - 1}.`);
}

/**
 * Checks that an argument has no names but the known ones. What is ignored is what somebody relies on.
 *
 * @throws {TypeError} naming the first other one, and all known ones
 */
export function checkNames(what: string, given: object, known: readonly string[]): void {
  for (const name in given) {
    if (known.includes(name) || given[name as keyof typeof given] === undefined) continue;
    throw new TypeError(`"${name}" is not ${what}. Those are: ${known.join(', ')}.`);
  }
}

/** A value as a message shows it, with its type, which text alone does not tell. */
export function show(value: unknown): string {
  if (value == null) return `${value}`;
  const text = typeof value === 'string' ? `"${value}" ` : Object(value) === value ? '' : `${String(value)} `;
  return `${text}(${typeof value})`;
}

/** Whether a value is a string in which a pattern is not found. Its type alone proves that to no caller in JavaScript. */
export function isTextWithout(pattern: RegExp, value: string): boolean {
  return typeof value === 'string' && !pattern.test(value);
}
