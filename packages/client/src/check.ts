/**
 * Refuses an argument or an option.
 *
 * @param found what it is, to go on after its name
 * @param wanted what to give in its place
 * @throws {TypeError} always
 */
export function refuse(name: string, found: string, wanted: string): never {
  throw new TypeError(`${name} is ${found}. Give ${wanted}.`);
}

/**
 * Checks a part of an argument that may be left out.
 *
 * @param used the part itself where it must be a function, otherwise what is called of it
 * @throws {TypeError} naming it
 */
export function checkCallable(name: string, what: string, used: unknown): void {
  if (used != null && typeof used !== 'function') refuse(name, `not a valid ${what}`, 'one, or leave it out');
}

/**
 * Checks a whole number. Its bound is that of timers, which take a longer time for none at all.
 *
 * @throws {TypeError} naming it
 */
export function checkCount(name: string, value: number, least: number): number {
  const most = 2 ** 31 - 1;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  return refuse(name, show(value), `a whole number from ${least} to ${most}`);
}

/**
 * Checks that an argument has no names but the known ones. What is ignored is what somebody relies on.
 *
 * @throws {TypeError} naming the first other one, and all known ones
 */
export function checkNames(what: string, given: object, known: readonly string[]): void {
  for (const name in given) {
    if (known.includes(name) || given[name as keyof typeof given] === undefined) continue;
    refuse(`"${name}"`, `not ${what}`, `one of ${known.join(', ')}`);
  }
}

/** A value as a message shows it, with its type, which text alone does not tell. */
export function show(value: unknown): string {
  if (value == null) return `${value}`;
  const text = typeof value === 'string' ? `"${value}" ` : Object(value) === value ? '' : `${String(value)} `;
  return `${text}(${typeof value})`;
}

/** A value where it is a string, and otherwise an empty one. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
