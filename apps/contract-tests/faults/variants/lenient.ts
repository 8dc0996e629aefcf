import { type Behaviour, parseJson } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { checkFields } from '../field-rules.ts';
import type { UnspecifiedVariant } from '../variant.ts';
import { RULES } from '../words.ts';
import { CURL_RULES } from './curl-names.ts';

const text = (bytes: Buffer) => bytes.toString('utf8');
const tryJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Accepts a comment that is not a string. */
const takes = (type: string, what: string, matches: (value: unknown) => boolean): UnspecifiedVariant => ({
  does: `accepts ${what} as a comment`,
  shows: `body.comment.type.${type}`,
  change: {
    validate: (body) =>
      checkFields(
        body,
        RULES.map((rule) => ({
          ...rule,
          check: (value) => (rule.sets.includes('comment') && matches(value) ? undefined : rule.check(value)),
        })),
      ),
  },
  ...(type === 'null'
    ? {
        speaks: ['comment-form', 'required-in-patch', 'required-legend'],
        answers: { 'comment-form': 'nullable' },
      }
    : { speaks: ['required-legend'] }),
});

/** What a server speaks if its leniency shows in a comment. */
const IN_COMMENTS = ['required-legend'];

/** Reads a body that is not JSON, or not UTF-8, with another parser. */
const reads = (
  id: string,
  what: string,
  parse: Behaviour['parse'],
  speaks: string[] = [],
): UnspecifiedVariant => ({
  does: `reads ${what}`,
  speaks,
  shows: `body.${id}`,
  change: { parse: (bytes, type) => parseJson(bytes) ?? parse(bytes, type) },
});

/** Reads a body of another media type. */
const readsType = (
  id: string,
  what: string,
  mediaType: string,
  parse: (bytes: Buffer) => unknown,
): UnspecifiedVariant => ({
  does: `reads ${what}`,
  shows: `body.${id}`,
  change: {
    reads: (type, bytes) => CONFORMING.reads(type, bytes) || type.startsWith(mediaType),
    parse: (bytes, type) => (type.startsWith(mediaType) ? parse(bytes) : parseJson(bytes)),
  },
});

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Servers that accept more than the contract does, without harm. */
export const lenientVariants: UnspecifiedVariant[] = [
  takes('null', 'null', (value) => value === null),
  takes('boolean', 'a boolean', (value) => typeof value === 'boolean'),
  takes('array', 'an array', Array.isArray),
  takes('object', 'an object', isObject),
  {
    does: "also understands the names from the page's cURL",
    speaks: ['body-field-names', 'required-in-patch'],
    shows: 'body.misnamed',
    change: {
      validate(body) {
        const curl = checkFields(body, CURL_RULES);
        return 'errors' in curl ? CONFORMING.validate(body) : curl;
      },
    },
    answers: { 'body-field-names': 'either-names' },
  },
  reads('trailing-text', 'JSON that has text after it', (bytes) => tryJson(text(bytes).replace(/ x$/, ''))),
  reads('two-documents', 'the first of two documents', (bytes) =>
    tryJson(text(bytes).replace(/\}\{.*$/, '}')),
  ),
  reads('single-quotes', 'single quotes', (bytes) => tryJson(text(bytes).replaceAll("'", '"'))),
  reads('trailing-comma', 'a trailing comma', (bytes) => tryJson(text(bytes).replace(/,\}$/, '}'))),
  reads('comment-syntax', 'comments in JSON', (bytes) => tryJson(text(bytes).replace(/^\/\*.*?\*\//, ''))),
  reads('not-a-number', 'NaN', (bytes) => tryJson(text(bytes).replace('NaN', '1')), IN_COMMENTS),
  reads('raw-line-break', 'raw line breaks', (bytes) => tryJson(text(bytes).replace('\n', ' ')), IN_COMMENTS),
  reads(
    'latin-bytes',
    'Latin-1',
    (bytes) => (bytes.includes(0xfc) ? tryJson(bytes.toString('latin1')) : undefined),
    IN_COMMENTS,
  ),
  reads(
    'euc-kr-bytes',
    'EUC-KR as Latin-1',
    (bytes) =>
      bytes.includes(0xc3) && !bytes.includes(0xfc) ? tryJson(bytes.toString('latin1')) : undefined,
    IN_COMMENTS,
  ),
  reads('utf-sixteen', 'UTF-16', (bytes) => tryJson(bytes.toString('utf16le'))),
  readsType('form', 'forms', 'application/x-www-form-urlencoded', (bytes) =>
    Object.fromEntries(new URLSearchParams(text(bytes))),
  ),
  readsType('multipart', 'multipart forms', 'multipart/', (bytes) =>
    Object.fromEntries(
      [...text(bytes).matchAll(/name="(\w+)"\r\n\r\n(.*?)\r\n/gs)].map(([, name, value]) => [name, value]),
    ),
  ),
  {
    does: 'reads forms, and JSON with several syntax errors',
    shows: 'body.form',
    change: {
      reads: (type, bytes) => CONFORMING.reads(type, bytes) || type.includes('form'),
      parse: (bytes) =>
        parseJson(bytes) ??
        tryJson(text(bytes).replaceAll("'", '"').replace(/,\}$/, '}').replace(/ x$/, '')) ??
        (text(bytes).includes('=') ? Object.fromEntries(new URLSearchParams(text(bytes))) : undefined),
    },
  },
];
