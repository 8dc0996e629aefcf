/** A value as TypeScript writes it. */
export function literal(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** A name as the key of an object or of a type. */
export function property(name: string): string {
  return IDENTIFIER.test(name) ? name : literal(name);
}

/** A name as it is read from an object: `.name` or `["a name"]`. */
export function member(name: string): string {
  return IDENTIFIER.test(name) ? `.${name}` : `[${literal(name)}]`;
}
