/** Where a lint rule stands, as far as the rules here need it (Redocly's `UserContext`). */
export interface RuleContext {
  report(problem: { message: string; location?: Location }): void;
  location: Location;
  type: { name: string };
}

/** A place in the contract; `child` goes one key or several deeper. */
export interface Location {
  pointer: string;
  child(keys: string | (string | number)[]): Location;
  key(): Location;
}
