import { type Expression, parseExpression, type RequestContext } from '@ax-cloud/contract/expression';
import { placeholderKey } from '@ax-cloud/contract/placeholder-key';
import { type DocumentedExample, findProvoked, type Refusals } from '@ax-cloud/contract/refusals';
import type { Known, Refusal } from './refusal.ts';

/** Reads keys as the contract writes them: a scheme, a space, the key. */
export interface KeyReader {
  /** The word before the key; empty where the contract has none. */
  scheme: string;
  /**
   * Reads the key out of an `Authorization` header, as Django REST framework's token authentication does: the scheme in
   * any case, then exactly one word.
   *
   * @returns undefined when it has no key
   */
  read(authorization: string | undefined): string | undefined;
  /** Says why a header has no key. It quotes nothing of the header, because a word in the wrong place may be the key. */
  explain(authorization: string | undefined): string;
  /** The header that carries a key, in the contract's spelling. */
  write(key: string): string;
}

/** Makes the reader of keys. The scheme is that of the contract's example of a wrong key. */
export function createKeyReader({ wrongKey: [example] }: Refusals): KeyReader {
  const header = provokingHeader(example);
  const scheme = header.includes(' ') ? header.slice(0, header.indexOf(' ')) : '';
  return {
    scheme,
    write: (key) => (scheme === '' ? key : `${scheme} ${key}`),
    read(authorization) {
      const words = authorization?.trim().split(/\s+/) ?? [];
      if (scheme !== '' && words.shift()?.toLowerCase() !== scheme.toLowerCase()) return undefined;
      const [key, ...rest] = words;
      return key === '' || rest.length > 0 ? undefined : key;
    },
    explain(authorization = '') {
      const [word = '', ...rest] = authorization.trim().split(/\s+/);
      if (word === '') return 'There is no Authorization header, or it is empty.';
      if (scheme === '') return 'The Authorization header has more than one word. Write the key alone.';
      const what =
        word.toLowerCase() !== scheme.toLowerCase()
          ? `does not begin with "${scheme}"`
          : `has ${rest.length === 0 ? 'no key' : 'more than one word'} after "${scheme}"`;
      return `The Authorization header ${what}. Write "${scheme}", one space and the key.`;
    },
  };
}

/**
 * Makes the function that refuses a key: one that provokes a response, one that differs from the mock's own key, and a placeholder.
 *
 * @returns takes the request, with `authorization` in the contract's spelling, and its key
 */
export function createKeyCheck(
  { wrongKey }: Refusals,
  { apiKey }: Known,
): (request: RequestContext, key: string) => Refusal | undefined {
  const [example] = wrongKey;
  return (request, key) => {
    const provoked = findProvoked(wrongKey, request);
    if (provoked !== undefined) return { example: provoked };
    if (apiKey !== undefined) return key === apiKey ? undefined : { example };
    const hint = placeholderHint(key);
    return hint === undefined ? undefined : { example, hint };
  };
}

/** What is wrong with a placeholder in place of a key. A hint may quote the placeholder, but never a key. */
function placeholderHint(key: string): string | undefined {
  const placeholder = placeholderKey(key);
  if (placeholder === 'braces')
    return 'The key still has the braces of the placeholder. Put the key in their place.';
  return placeholder && `The key is the word "${key}". Is the variable set that should hold it?`;
}

function provokingHeader({ provokedBy }: DocumentedExample): string {
  const found = Object.entries(provokedBy).find(([expression]) =>
    isAuthorization(parseExpression(expression)),
  );
  return found?.[1] ?? '';
}

function isAuthorization(expression: Expression): boolean {
  return expression.part === 'header' && expression.name.toLowerCase() === 'authorization';
}
