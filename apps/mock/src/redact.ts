import { createKeyMask } from '@ax-cloud/contract/key-mask';
import { headerPairs } from './raw-headers.ts';

const MASK = '***';

/** A name with one of these words has a secret value. */
const SECRET_NAME = 'auth|key|token|secret|password|cookie|session|credential|signature';
const secretName = new RegExp(SECRET_NAME, 'i');
const secretField = new RegExp(
  `("[^"]*(?:${SECRET_NAME})[^"]*"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[^\\s,}\\]]+)`,
  'gi',
);
const secretParameter = new RegExp(`((?:^|[?&\\s])[^=&?\\s]*(?:${SECRET_NAME})[^=&\\s]*=)[^&\\s]*`, 'gi');

/** Schemes whose name is not secret. The first word of any other value may be the key itself. */
const scheme = /^\s*(token|bearer|basic|digest)\s/i;

/**
 * Makes the functions that mask the key of one request, and values that look secret, in every place and form.
 *
 * @param authorization the request's `Authorization` header
 */
export function createMask(authorization: string | undefined) {
  const maskKeys = createKeyMask((authorization?.replace(scheme, '') ?? '').split(/\s+/));

  return {
    /** @param url a path with its query */
    url: (url: string) => maskKeys(url.replace(secretParameter, `$1${MASK}`)),

    /** @param rawHeaders names and values in turn, as `node:http` gives them */
    headers(rawHeaders: readonly string[]): [name: string, value: string][] {
      return headerPairs(rawHeaders).map(([name, value]) => {
        if (!secretName.test(name)) return [name, maskKeys(value)];
        return [name, value === '' ? '' : `${scheme.exec(value)?.[0] ?? ''}${MASK}`];
      });
    },

    /** @param text JSON or a form, whole or cut */
    body: (text: string) =>
      maskKeys(text.replace(secretField, `$1"${MASK}"`).replace(secretParameter, `$1${MASK}`)),
  };
}
