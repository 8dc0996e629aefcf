import { parseExpression } from '@ax-cloud/contract/expression';
import type { Refusals } from '@ax-cloud/contract/refusals';

/** Reads keys as the contract writes them: a scheme, a space, the key. */
export interface KeyReader {
  /** The word before the key; empty where the contract has none. */
  scheme: string;
  /**
   * Reads the key out of an `Authorization` header, as Django REST framework's token authentication does: the scheme in
   * any case, then exactly one word.
   *
   * @returns the header in the contract's spelling, so that it can be compared, or undefined when there is no key in it
   */
  read(authorization: string | undefined): string | undefined;
  /** The header that carries a key. */
  write(key: string): string;
}

/** Makes the reader of keys. The scheme is that of the contract's example of a wrong key. */
export function createKeyReader({ wrongKey: [example] }: Refusals): KeyReader {
  const [, header = ''] =
    Object.entries(example.provokedBy).find(
      ([expression]) => parseExpression(expression).part === 'header',
    ) ?? [];
  const scheme = header.includes(' ') ? header.slice(0, header.indexOf(' ')) : '';
  const write = (key: string) => (scheme === '' ? key : `${scheme} ${key}`);
  return {
    scheme,
    write,
    read(authorization) {
      const words = authorization?.trim().split(/\s+/) ?? [];
      const [key, ...rest] = scheme === '' ? words : words.slice(1);
      if (key === undefined || key === '' || rest.length > 0) return undefined;
      if (scheme !== '' && words[0]?.toLowerCase() !== scheme.toLowerCase()) return undefined;
      return write(key);
    },
  };
}

/**
 * Tells whether what stands in place of a key is none: the placeholder of the documentation, or the word that a program
 * writes for a variable that is not set.
 *
 * @param authorization the header, as {@link KeyReader.read} gives it
 * @returns what is wrong, in one sentence, or undefined
 */
export function placeholderHint(authorization: string): string | undefined {
  const key = authorization.slice(authorization.indexOf(' ') + 1);
  if (/^\{.*\}$/.test(key))
    return 'The key still has the braces of the placeholder. Put the key in their place.';
  if (key === 'undefined' || key === 'null')
    return `The key is the word "${key}". Is the variable set that should hold it?`;
  return undefined;
}
