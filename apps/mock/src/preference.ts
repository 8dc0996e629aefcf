import type { Contract } from '@ax-cloud/contract/contract';
import type { Choice } from './engine.ts';

/** The preferences of a request, by name, and how to write them. */
interface Preferences {
  sent: Readonly<Partial<Record<string, string>>>;
  /** What comes before the preferences in a message. */
  at: 'Prefer: ' | '?';
  write(pairs: Readonly<Record<string, unknown>>): string;
}

/**
 * Reads Prism's preferences `code`, `example`, `dynamic` and `seed` from a `Prefer` header (RFC 7240). Without this header, reads them
 * from the query, where their names begin with two underscores. Ignores others.
 *
 * @param query as it was sent, without the question mark
 * @returns the choice, or what is wrong with a preference and what to write
 */
export function readPreference(
  header: string | undefined,
  query: string,
  contract: Contract,
): { choice: Choice } | { problem: string } {
  const choice: Choice = {};
  const { sent, at, write } = header ? inHeader(header) : inQuery(query);
  const { code, example, dynamic, seed } = sent;

  const { success } = contract;
  const response =
    code === undefined ? success : contract.responses.find(({ status }) => String(status) === code);
  if (response === undefined) {
    const known = contract.responses.map(({ status }) => write({ code: status }));
    return { problem: `${at}${write({ code })} is not in the contract. Write ${oneOf(known)}.` };
  }
  if (code !== undefined) choice.code = response.status;

  if (example !== undefined) {
    const { status, examples } = response;
    const known = Object.keys(examples).map((name) => write({ code: status, example: name }));
    if (!Object.hasOwn(examples, example))
      return { problem: `${at}${write({ example })} is not an example of ${status}. Write ${oneOf(known)}.` };
    choice.exampleKey = example;
  }

  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    const known = ['true', 'false'].map((value) => write({ dynamic: value }));
    return { problem: `${at}${write({ dynamic })} is neither true nor false. Write ${oneOf(known)}.` };
  }
  if (dynamic === 'true') choice.dynamic = true;
  if (seed !== undefined) choice.seed = seed;
  return { choice };
}

/** A comma or a semicolon, but not inside quotation marks. */
const SEPARATOR = /[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** Splits at semicolons, too. Prism does not, and silently ignores what follows one. */
function inHeader(header: string): Preferences {
  const sent: Partial<Record<string, string>> = {};
  for (const part of header.split(SEPARATOR)) {
    const [name = '', value = ''] = part.split('=', 2);
    // If a name appears twice, the first value counts.
    sent[name.trim().toLowerCase()] ??= value.trim().replace(/^"(.*)"$/, '$1');
  }
  return { sent, at: 'Prefer: ', write: (pairs) => join(pairs, '', ', ') };
}

function inQuery(query: string): Preferences {
  const sent: Partial<Record<string, string>> = {};
  for (const [name, value] of new URLSearchParams(query))
    if (name.startsWith('__')) sent[name.slice(2)] ??= value;
  return { sent, at: '?', write: (pairs) => join(pairs, '__', '&') };
}

function join(pairs: Readonly<Record<string, unknown>>, prefix: string, separator: string): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${prefix}${name}=${value}`)
    .join(separator);
}

function oneOf(values: string[]): string {
  return values.length === 1 ? values.join('') : `one of: ${values.join(' | ')}`;
}
