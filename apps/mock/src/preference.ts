import type { Contract } from '@ax-cloud/contract/contract';
import type { Choice } from './engine.ts';

/**
 * Reads Prism's preferences `code`, `example`, `dynamic` and `seed` out of a `Prefer` header (RFC 7240). Others are
 * ignored.
 *
 * @returns the choice, or what is wrong with the header and what to write
 */
export function readPreference(
  header: string | undefined,
  contract: Contract,
): { choice: Choice } | { problem: string } {
  const choice: Choice = {};
  if (header === undefined) return { choice };
  const { code, example, dynamic, seed } = parse(header);

  const { success } = contract;
  const response =
    code === undefined ? success : contract.responses.find(({ status }) => String(status) === code);
  if (response === undefined) {
    const known = contract.responses.map(({ status }) => `code=${status}`);
    return { problem: `Prefer: code=${code} is not in the contract. Write ${oneOf(known)}.` };
  }
  if (code !== undefined) choice.code = response.status;

  if (example !== undefined) {
    const known = Object.keys(response.examples).map((name) => `code=${response.status}, example=${name}`);
    if (!Object.hasOwn(response.examples, example))
      return {
        problem: `Prefer: example=${example} is not an example of ${response.status}. Write ${oneOf(known)}.`,
      };
    choice.exampleKey = example;
  }

  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false')
    return {
      problem: `Prefer: dynamic=${dynamic} is neither true nor false. Write ${oneOf(['dynamic=true', 'dynamic=false'])}.`,
    };
  if (dynamic === 'true') choice.dynamic = true;
  if (seed !== undefined) choice.seed = seed;
  return { choice };
}

/** Splits at semicolons too, which Prism does not: it would silently ignore what follows one. */
function parse(header: string): Partial<Record<string, string>> {
  const preferences: Partial<Record<string, string>> = {};
  for (const part of header.split(/[,;]/)) {
    const [name = '', value = ''] = part.split('=', 2);
    // Of several preferences of one name, the first counts.
    preferences[name.trim().toLowerCase()] ??= value.trim().replace(/^"(.*)"$/, '$1');
  }
  return preferences;
}

function oneOf(values: string[]): string {
  return values.length === 1 ? values.join('') : `one of: ${values.join(' | ')}`;
}
