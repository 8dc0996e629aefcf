/** How a language writes values and reaches into an object. */
export interface Language {
  /** Any JSON value. */
  literal(value: unknown): string;
  /** A value where the sample writes the body, if it differs. */
  sent?(value: unknown): string;
  /** A value as it is compared with one of a parsed response, if it differs. */
  parsed?(value: unknown): string;
  /** A text inside quotation marks of the template. */
  inside(text: string): string;
  /** The code after a variable that reaches one key deeper. */
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
/** As {@link json}, in single quotation marks, as TypeScript's style wants. */
const single = (value: unknown) =>
  typeof value === 'string'
    ? `'${unquoted(value).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
    : json(value);
const same = (text: string) => text;

/** How a language writes the values of JSON. */
interface Literals {
  text(value: string): string;
  words: Readonly<Record<'null' | 'true' | 'false', string>>;
  list(items: readonly string[]): string;
  map(entries: readonly string[]): string;
  /** What stands between a key and its value. */
  separator: string;
  /** Writes a number, if the language differs from JSON. */
  number?(value: number): string;
}

/** Writes a value in a language whose lists and maps are not those of JSON. */
function writer({ text, words, list, map, separator, number = json }: Literals): (value: unknown) => string {
  return function write(value): string {
    if (typeof value === 'string') return text(value);
    if (value === null || typeof value === 'boolean') return words[`${value}`];
    if (Array.isArray(value)) return list(value.map(write));
    if (typeof value !== 'object') return number(Number(value));
    return map(Object.entries(value).map(([key, item]) => text(key) + separator + write(item)));
  };
}

const typescript: Language = {
  literal: single,
  // Escaped for a template literal.
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

const javaLiteral = writer({
  text: json,
  words: { null: 'null', true: 'true', false: 'false' },
  // Unlike List.of and Map.of, these take null.
  list: (items) =>
    items.length === 1 ? `Collections.singletonList(${items})` : `Arrays.asList(${items.join(', ')})`,
  map: (entries) =>
    entries.length === 0
      ? 'Map.of()'
      : `new LinkedHashMap<String, Object>() {{ ${entries.map((entry) => `put(${entry});`).join(' ')} }}`,
  separator: ', ',
  number: (value) => (Number.isInteger(value) && Math.abs(value) >= 2 ** 31 ? `${value}L` : json(value)),
});
const java: Language = {
  literal: javaLiteral,
  inside: unquoted,
  access: same,
  variable: same,
  key: json,
};

/** As JSON, except for the escapes that Kotlin lacks, and the dollar sign, which begins a variable. */
const kotlinText = (text: string) =>
  json(text)
    .replaceAll(/\\./g, (one) => (one === '\\f' ? '\\u000c' : one))
    .replaceAll('$', '\\$');
const kotlinLiteral = writer({
  text: kotlinText,
  words: { null: 'null', true: 'true', false: 'false' },
  // Kotlin cannot infer the type of an empty list or map.
  list: (items) => (items.length === 0 ? 'emptyList<Any>()' : `listOf(${items.join(', ')})`),
  map: (entries) => (entries.length === 0 ? 'emptyMap<String, Any>()' : `mapOf(${entries.join(', ')})`),
  separator: ' to ',
});
const kotlin: Language = {
  literal: kotlinLiteral,
  inside: (text) => kotlinText(text).slice(1, -1),
  access: same,
  variable: same,
  key: kotlinText,
};

const phpText = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const phpLiteral = writer({
  text: phpText,
  words: { null: 'null', true: 'true', false: 'false' },
  list: (items) => `[${items.join(', ')}]`,
  // An empty array would be sent as a JSON list.
  map: (entries) => (entries.length === 0 ? '(object) []' : `[${entries.join(', ')}]`),
  separator: ' => ',
});
const php: Language = {
  literal: phpLiteral,
  inside: (text) => phpText(text).slice(1, -1),
  access: (key) => `[${phpText(key)}]`,
  variable: (name) => `$${name}`,
  key: phpText,
};

/** A value as one word of a shell. */
const word = (value: unknown) => `'${escapedQuotes(String(value))}'`;
/** A text inside single quotation marks. */
const escapedQuotes = (text: string) => text.replaceAll("'", "'\\''");
/** A value in a program of jq, which the template puts into single quotation marks. */
const jq = (value: unknown) => escapedQuotes(json(value));
const shell: Language = {
  literal: word,
  sent: jq,
  parsed: jq,
  inside: (text) => text.replace(/[\\"$`]/g, '\\$&'),
  access: (key) => (/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `.${jq(key)}`),
  variable: (name) => `$${name}`,
  key: same,
};

/** By the name that `x-codeSamples` gives the language (`lang`). */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  Shell: shell,
  TypeScript: typescript,
  Python: python,
  Java: java,
  Kotlin: kotlin,
  Go: go,
  PHP: php,
};
