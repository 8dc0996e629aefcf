/** How a language writes values and reaches into an object. */
export interface Language {
  literal(value: unknown): string;
  /** What goes on after a variable to reach one key deeper. */
  access(key: string): string;
  /** The name of a variable. */
  variable(name: string): string;
  /** A field's name as the key of an object that is written out. */
  key(name: string): string;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const json = (value: unknown) => JSON.stringify(value);
/** As {@link json}, in the quotation marks that TypeScript's style takes. */
const single = (value: unknown) =>
  typeof value === 'string'
    ? `'${json(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
    : json(value);
const same = (name: string) => name;

const typescript: Language = {
  literal: single,
  access: (key) => (IDENTIFIER.test(key) ? `?.${key}` : `?.[${single(key)}]`),
  variable: same,
  key: (name) => (IDENTIFIER.test(name) ? name : single(name)),
};

const python: Language = {
  literal: (value) =>
    value === null ? 'None' : typeof value === 'boolean' ? (value ? 'True' : 'False') : json(value),
  access: (key) => `[${json(key)}]`,
  variable: same,
  key: json,
};

const go: Language = {
  literal: (value) => (value === null ? 'nil' : json(value)),
  access: (key) => `[${json(key)}]`,
  variable: same,
  key: json,
};

const java: Language = { literal: json, access: same, variable: same, key: json };

const php: Language = {
  literal: (value) => (typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : json(value)),
  access: (key) => `[${php.literal(key)}]`,
  variable: (name) => `$${name}`,
  key: (name) => php.literal(name),
};

/** A value as one word of a shell. */
const word = (value: unknown) => `'${String(value).replaceAll("'", "'\\''")}'`;
const shell: Language = { literal: word, access: same, variable: same, key: same };

/** By the name that `x-codeSamples` gives the language (`lang`). */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  Shell: shell,
  TypeScript: typescript,
  Python: python,
  Java: java,
  Go: go,
  PHP: php,
};
