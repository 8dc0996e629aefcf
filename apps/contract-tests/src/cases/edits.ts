/** A way to change a text, and how a shell does the same to `$AX_API_KEY`. A key needs an edit with a shell form. */
interface Edit {
  of(text: string): string;
  shell?: string | ((text: string) => string);
}

const other = (letter: string | undefined, one: string, two: string) => (letter === one ? two : one);
/** A character may be two units of UTF-16; half of one can be neither sent nor encoded. */
const withoutLast = (text: string) => [...text].slice(0, -1).join('');
const withoutFirst = (text: string) => [...text].slice(1).join('');
const middle = (text: string) => Math.floor(text.length / 2);
const swapCase = (letter: string) =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
const sed = (script: string) => `$(printf %s "$AX_API_KEY" | sed "${script}")`;
const fields = (json: string) =>
  Object.entries(JSON.parse(json) as Record<string, unknown>).map(
    ([name, value]) => [name, String(value)] as const,
  );

/** The named edits of cases, used as `{text|edit}`. */
const EDITS: Readonly<Record<string, Edit>> = {
  'without-last': { of: withoutLast, shell: `\${AX_API_KEY%?}` },
  'without-first': { of: withoutFirst, shell: `\${AX_API_KEY#?}` },
  'other-last': {
    of: (text) => withoutLast(text) + other(text.at(-1), 'x', 'y'),
    shell: (text) => `\${AX_API_KEY%?}${other(text.at(-1), 'x', 'y')}`,
  },
  'other-first': {
    of: (text) => other(text[0], 'x', 'y') + withoutFirst(text),
    shell: (text) => `${other(text[0], 'x', 'y')}\${AX_API_KEY#?}`,
  },
  'other-middle': {
    of: (text) =>
      text.slice(0, middle(text)) + other(text[middle(text)], 'x', 'y') + text.slice(middle(text) + 1),
    shell: (text) => sed(`s/./${other(text[middle(text)], 'x', 'y')}/${middle(text) + 1}`),
  },
  // The last of the hexadecimal digits: UUIDs that somebody numbered by hand rarely reach them.
  'other-last-digit': { of: (text) => withoutLast(text) + other(text.at(-1), 'f', 'e') },
  'other-first-digit': { of: (text) => other(text[0], 'f', 'e') + withoutFirst(text) },
  // Letters only, so it never equals a key that holds a digit; and it always differs from the text.
  'other-letters': {
    of: (text) => text.replace(/./g, (letter) => other(letter, 'q', 'z')),
    shell: sed('s/[^q]/Q/g;s/q/z/g;s/Q/q/g'),
  },
  reversed: { of: (text) => [...text].reverse().join(''), shell: '$(printf %s "$AX_API_KEY" | rev)' },
  'swapped-case': {
    of: (text) => text.replace(/[a-z]/gi, swapCase),
    shell: '$(printf %s "$AX_API_KEY" | tr "A-Za-z" "a-zA-Z")',
  },
  base64: {
    of: (text) => Buffer.from(text).toString('base64'),
    shell: '$(printf %s "$AX_API_KEY" | base64 -w0)',
  },
  'base64-user': {
    of: (text) => Buffer.from(`${text}:`).toString('base64'),
    shell: '$(printf %s: "$AX_API_KEY" | base64 -w0)',
  },
  'url-encoded': { of: (text) => encodeURIComponent(text), shell: '$AX_API_KEY' },
  'upper-case': { of: (text) => text.toUpperCase() },
  'lower-case': { of: (text) => text.toLowerCase() },
  'title-case': { of: (text) => text.replace(/ (.)/, (_, letter: string) => ` ${letter.toUpperCase()}`) },
  'without-space': { of: (text) => text.replace(' ', '') },
  'without-hyphens': { of: (text) => text.replaceAll('-', '') },
  'ticket-spelling': { of: (text) => text.replace(/cancel$/, 'canceled') },
  hyphens: { of: (text) => text.replaceAll('_', '-') },
  underscore: { of: (text) => text.replace(' ', '_') },
  'first-word': { of: (text) => text.slice(0, text.indexOf(' ')) },
  'wildcard-last': { of: (text) => `${encodeURIComponent(withoutLast(text))}%25` },
  'wildcard-one': { of: (text) => `${encodeURIComponent(withoutLast(text))}_` },
  'double-slash': { of: (text) => text.replace(/\/(?=[^/]*\/?$)/, '//') },
  'without-version': { of: (text) => text.replace(/^\/v\d+/, '') },
  open: { of: (json) => json.slice(0, -1) },
  'json-text': { of: (json) => JSON.stringify(json) },
  'single-quotes': { of: (json) => json.replaceAll('"', "'") },
  'not-a-number': { of: (json) => json.replace('"TEXT"', 'NaN') },
  form: { of: (json) => new URLSearchParams(Object.fromEntries(fields(json))).toString() },
  multipart: {
    of: (json) =>
      `${fields(json)
        .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .join('')}--x--\r\n`,
  },
};

/** Texts by the names of the placeholders. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Fills in `{name}` and `{name|edit}`, and replaces `{2000×a}` by that many letters. Anything else stays. */
export function fillIn(template: string, values: Values): string {
  return replace(template, (name, edit) => {
    const value = values[name];
    return value === undefined ? undefined : editOf(edit).of(value);
  });
}

/** Fills in all texts of a value. */
export function fillDeep(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return fillIn(value, values);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => fillDeep(one, values));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fillDeep(one, values)]));
}

/** Fills in a text for a shell that has the keys in variables. */
export function fillInShell(template: string, values: Values): string {
  const quoted = template
    .replaceAll('"', '\\"')
    .replace(
      /\{(\d+)×(.)\}/gu,
      (_, count: string, letter: string) => `$(printf %${count}s | tr " " ${letter})`,
    );
  const filled = replace(quoted, (name, edit) => {
    const value = values[name];
    if (name === 'invalid-key') return '$AX_INVALID_API_KEY';
    if (name !== 'key' || value === undefined) return value;
    const { shell } = edit === undefined ? { shell: '$AX_API_KEY' } : editOf(edit);
    if (shell === undefined) throw new Error(`The edit "${edit}" has no form for a shell.`);
    return typeof shell === 'string' ? shell : shell(value);
  });
  return filled.replace(/\$AX_API_KEY(?=\w)/g, `\${AX_API_KEY}`);
}

function editOf(name: string | undefined): Edit {
  const edit = name === undefined ? { of: (text: string) => text } : EDITS[name];
  if (edit === undefined) throw new Error(`There is no edit "${name}".`);
  return edit;
}

function replace(template: string, by: (name: string, edit?: string) => string | undefined): string {
  return template.replace(/\{([\w-]+|\d+×.)(?:\|([\w-]+))?\}/gu, (whole, name: string, edit?: string) => {
    const [, count, letter = ''] = /^(\d+)×(.)$/u.exec(name) ?? [];
    return count === undefined ? (by(name, edit) ?? whole) : letter.repeat(Number(count));
  });
}
