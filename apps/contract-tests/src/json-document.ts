import { parseDocument as parseYaml } from 'yaml';

/**
 * Parses a text that must be one JSON document. Two fields of one name are legal JSON of which every parser makes
 * something else (RFC 8259, section 4), so they are named.
 *
 * @returns no value when the text is not JSON, or more than one document
 */
export function parseDocument(text: string): { value: unknown; duplicateKeys: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { value: undefined, duplicateKeys: [] };
  }
  // Only an object can hold a name twice, and in a short response a second parse costs nothing.
  return { value, duplicateKeys: text.includes('{') ? findDuplicateKeys(text) : [] };
}

/** JSON is YAML, whose parser tells where a name stands twice. */
function findDuplicateKeys(json: string): string[] {
  const { errors } = parseYaml(json, { uniqueKeys: true, prettyErrors: false, logLevel: 'silent' });
  const duplicates = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  return [...new Set(duplicates.map(({ pos: [start, end] }) => nameAt(json, start, end)))];
}

function nameAt(json: string, start: number, end: number): string {
  const [, name = ''] = /^"((?:[^"\\]|\\.)*)"/.exec(json.slice(start)) ?? [];
  return name === '' ? json.slice(start, end) : name;
}
