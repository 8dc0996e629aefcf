/** How a language writes values and reaches into an object. */
export interface Language {
  /** Any JSON value. */
  literal(value: unknown): string;
  /** A value as it is compared with one of a parsed response. */
  parsed(value: unknown): string;
  /** A text as a part of one that the template puts into quotation marks. */
  inside(text: string): string;
  /** What goes on after a variable to reach one key deeper. */
  access(key: string): string;
  /** The name of a variable. */
  variable(name: string): string;
  /** A field's name as the key of an object that is written out. */
  key(name: string): string;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const json = (value: unknown) => JSON.stringify(value);
/** What stands between the quotation marks of JSON. */
const unquoted = (text: string) => json(text).slice(1, -1);
/** As {@link json}, in the quotation marks that TypeScript's style takes. */
const single = (value: unknown) =>
  typeof value === 'string'
    ? `'${unquoted(value).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
    : json(value);
const same = (text: string) => text;

/** How a language writes what is not a text or a number. */
interface Literals {
  text(value: string): string;
  words: Readonly<Record<'null' | 'true' | 'false', string>>;
  list(items: readonly string[]): string;
  map(entries: readonly string[]): string;
  /** What stands between a key and its value. */
  separator: string;
}

/** Writes a value in a language whose lists and maps are not those of JSON. */
function writer({ text, words, list, map, separator }: Literals): (value: unknown) => string {
  return function write(value): string {
    if (typeof value === 'string') return text(value);
    if (value === null || typeof value === 'boolean') return words[`${value}`];
    if (Array.isArray(value)) return list(value.map(write));
    if (typeof value !== 'object') return json(value);
    return map(Object.entries(value).map(([key, item]) => text(key) + separator + write(item)));
  };
}

const typescript: Language = {
  literal: single,
  parsed: single,
  // Of a template literal.
  inside: (text) => text.replace(/[\\`]|\$(?=\{)/g, '\\$&'),
  access: (key) => (IDENTIFIER.test(key) ? `?.${key}` : `?.[${single(key)}]`),
  variable: same,
  key: (name) => (IDENTIFIER.test(name) ? name : single(name)),
};

const pythonLiteral = writer({
  text: json,
  words: { null: 'None', true: 'True', false: 'False' },
  list: (items) => `[${items.join(', ')}]`,
  map: (entries) => `{${entries.join(', ')}}`,
  separator: ': ',
});
const python: Language = {
  literal: pythonLiteral,
  parsed: pythonLiteral,
  inside: unquoted,
  access: (key) => `[${json(key)}]`,
  variable: same,
  key: json,
};

const goLiteral = writer({
  text: json,
  words: { null: 'nil', true: 'true', false: 'false' },
  list: (items) => `[]any{${items.join(', ')}}`,
  map: (entries) => `map[string]any{${entries.join(', ')}}`,
  separator: ': ',
});
const go: Language = {
  literal: goLiteral,
  // Go reads every number of JSON as this type, and values of two types are never equal.
  parsed: (value) => (typeof value === 'number' ? `float64(${value})` : goLiteral(value)),
  inside: unquoted,
  access: (key) => `[${json(key)}]`,
  variable: same,
  key: json,
};

/** Reads no JSON, so a value is compared as the text that it is there. */
const java: Language = {
  literal: json,
  parsed: (value) => (typeof value === 'string' ? `quoted(${json(value)})` : json(json(value))),
  inside: unquoted,
  access: same,
  variable: same,
  key: json,
};

const phpText = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const phpLiteral = writer({
  text: phpText,
  words: { null: 'null', true: 'true', false: 'false' },
  list: (items) => `[${items.join(', ')}]`,
  // An empty list would be sent as a list.
  map: (entries) => (entries.length === 0 ? '(object) []' : `[${entries.join(', ')}]`),
  separator: ' => ',
});
const php: Language = {
  literal: phpLiteral,
  parsed: phpLiteral,
  inside: (text) => phpText(text).slice(1, -1),
  access: (key) => `[${phpText(key)}]`,
  variable: (name) => `$${name}`,
  key: phpText,
};

/** A value as one word of a shell. */
const word = (value: unknown) => `'${String(value).replaceAll("'", "'\\''")}'`;
const shell: Language = {
  literal: word,
  parsed: word,
  inside: (text) => text.replace(/[\\"$`]/g, '\\$&'),
  access: same,
  variable: same,
  key: same,
};

/** By the name that `x-codeSamples` gives the language (`lang`). */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  Shell: shell,
  TypeScript: typescript,
  Python: python,
  Java: java,
  Go: go,
  PHP: php,
};
