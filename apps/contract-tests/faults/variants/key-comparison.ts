import type { Behaviour, Incoming } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import type { Variant } from '../variant.ts';

export const header = ({ headers }: Incoming) => headers.authorization ?? '';
export const given = (request: Incoming) => header(request).split(/ +/)[1] ?? '';
const sorted = (text: string) => [...text].sort().join('');
const rightly = CONFORMING.authorize;

/** Accepts what the conforming server accepts, and what `accepts` matches. */
export function alsoAccepts(accepts: (request: Incoming, key: string) => boolean): Partial<Behaviour> {
  return { authorize: (request, key) => rightly(request, key) || accepts(request, key) };
}

/** Servers that compare keys in a wrong way. */
export const keyComparisonVariants: Variant[] = [
  {
    does: 'accepts any header that ends with the key',
    fails: 'auth.extended-at-start',
    also: /^auth\.(no-scheme|other-scheme|glued-scheme|key-twice|colon|key-scheme|comma-list)$/,
    change: alsoAccepts((request, key) => header(request).endsWith(key)),
  },
  {
    does: 'accepts any header that contains the key',
    fails: 'auth.no-scheme',
    also: /^auth\.(other-scheme|glued-scheme|key-twice|extended-at-(start|end)|braces|quoted|colon|key-scheme|comma-list)$/,
    change: alsoAccepts((request, key) => header(request).includes(key)),
  },
  {
    does: 'accepts any key',
    speaks: ['missing-key-status'],
    fails: 'auth.wrong-key',
    also: /^auth\.(?!missing|empty|scheme-only|no-scheme|other-scheme|glued-scheme)/,
    change: alsoAccepts((request) => header(request).startsWith('Token ')),
  },
  {
    does: 'compares only the lengths of keys',
    fails: 'auth.same-length',
    also: /^auth\.(last-character|first-character|middle-character|reversed|other-case)$/,
    change: alsoAccepts(
      (request, key) =>
        header(request).startsWith('Token ') && header(request).length === `Token ${key}`.length,
    ),
  },
  {
    does: 'accepts any header that begins with the valid one',
    fails: 'auth.extended-at-end',
    also: /^auth\.key-twice$/,
    change: alsoAccepts((request, key) => header(request).startsWith(`Token ${key}`)),
  },
  {
    does: 'accepts any key that begins with the valid one',
    fails: 'auth.extended-at-end',
    change: alsoAccepts(
      (request, key) => given(request).startsWith(key) && /^Token \S+$/.test(header(request)),
    ),
  },
  {
    does: 'accepts the beginning of the key',
    fails: 'auth.cut-at-end',
    change: alsoAccepts(
      (request, key) =>
        given(request).length > 3 && key.startsWith(given(request)) && /^Token \S+$/.test(header(request)),
    ),
  },
  {
    does: 'accepts the end of the key',
    fails: 'auth.cut-at-start',
    change: alsoAccepts(
      (request, key) =>
        given(request).length > 3 && key.endsWith(given(request)) && /^Token \S+$/.test(header(request)),
    ),
  },
  {
    does: 'accepts a longer key that ends with the valid one',
    fails: 'auth.extended-at-start',
    also: /^auth\.comma-list$/,
    change: alsoAccepts(
      (request, key) =>
        given(request).endsWith(key) && given(request) !== key && /^Token \S+$/.test(header(request)),
    ),
  },
  {
    does: 'compares all but the last character of a key',
    fails: 'auth.last-character',
    also: /^auth\.cut-at-end$/,
    change: alsoAccepts(
      (request, key) =>
        /^Token \S+$/.test(header(request)) &&
        given(request).slice(0, key.length - 1) === key.slice(0, -1) &&
        given(request).length <= key.length,
    ),
  },
  {
    does: 'compares all but the first character of a key',
    fails: 'auth.first-character',
    change: alsoAccepts(
      (request, key) =>
        /^Token \S+$/.test(header(request)) &&
        given(request).length === key.length &&
        given(request).slice(1) === key.slice(1),
    ),
  },
  {
    does: 'compares only the two ends of a key',
    fails: 'auth.middle-character',
    change: alsoAccepts(
      (request, key) =>
        /^Token \S+$/.test(header(request)) &&
        given(request).length === key.length &&
        given(request).slice(0, 4) === key.slice(0, 4) &&
        given(request).slice(-4) === key.slice(-4),
    ),
  },
  {
    does: 'compares the characters of a key in any order',
    fails: 'auth.reversed',
    change: alsoAccepts(
      (request, key) => /^Token \S+$/.test(header(request)) && sorted(given(request)) === sorted(key),
    ),
  },
  {
    does: 'accepts the key in any case',
    fails: 'auth.other-case',
    change: alsoAccepts(
      (request, key) =>
        /^Token \S+$/.test(header(request)) && given(request).toLowerCase() === key.toLowerCase(),
    ),
  },
  {
    does: 'accepts two keys if the first is valid',
    fails: 'auth.key-twice',
    change: alsoAccepts((request, key) => /^Token \S+ \S+$/.test(header(request)) && given(request) === key),
  },
  {
    does: 'accepts a list of keys if one is valid',
    fails: 'auth.comma-list',
    change: alsoAccepts(
      (request, key) => given(request).split(',').length > 1 && given(request).split(',').includes(key),
    ),
  },
];
