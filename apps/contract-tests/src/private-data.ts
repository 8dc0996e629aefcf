import { holdsSecret } from '@ax-cloud/contract/key-mask';
import { type Bilingual, bilingual } from './bilingual.ts';
import type { HttpResponse } from './exchange.ts';

/** What no response may hold, and how it shows. */
const PRIVATE: { pattern: RegExp; what: Bilingual }[] = [
  {
    pattern: /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i,
    what: bilingual('an e-mail address', '이메일 주소'),
  },
  {
    // Korean numbers with or without hyphens, and international ones. Digits inside a UUID have a neighbour.
    pattern:
      /(?<![\w-])(\+82[ -]?|0)1[016-9][ -]?\d{3,4}[ -]?\d{4}(?![\w-])|(?<![\w-])0\d{1,2}-\d{3,4}-\d{4}(?![\w-])|(?<![\w-])\+\d{1,3}[ -]?\d{8,12}(?![\w-])/,
    what: bilingual('a phone number', '전화번호'),
  },
  {
    pattern: /\b\d{6}-[1-8]\d{6}\b/,
    what: bilingual('a resident registration number', '주민등록번호'),
  },
  {
    pattern: /"?\b(password|passwd|secret_key|private_key)\b"?\s*[:=]/i,
    what: bilingual('a password', '비밀번호'),
  },
  {
    pattern: /\bSELECT\b.+\bFROM\b|\bUPDATE\b.+\bSET\b|\bINSERT INTO\b|\bDELETE FROM\b/,
    what: bilingual('a statement in SQL', 'SQL 문'),
  },
  {
    pattern:
      /Traceback \(most recent call last\)|File "[^"\n]+", line \d+|^\s+at .+\(.+:\d+:\d+\)|\bat [\w.$]+\([\w]+\.java:\d+\)|DEBUG = True|django\.core\.|rest_framework\.\w+\.|psycopg\d?\.|\bORA-\d{5}\b|SQLSTATE\[/m,
    what: bilingual('a stack trace or the inside of the server', '스택 트레이스 또는 서버 내부 정보'),
  },
];

/**
 * Finds what no response may hold: the API key, an e-mail address, a phone number, a stack trace.
 *
 * @param sent values of the request; an order code may look like a phone number and may come back
 */
export function findPrivateData(
  { text, json }: Pick<HttpResponse, 'text' | 'json'>,
  apiKey: string,
  sent: readonly string[],
): Bilingual[] {
  // Escapes in JSON would hide a quotation mark or a line break that belongs to a pattern.
  const all = [text, ...textsOf(json)].join('\n');
  const own = sent
    .filter((value) => value.length > 3)
    .reduce((rest, value) => rest.replaceAll(value, ''), all);
  const found = PRIVATE.filter(({ pattern }) => pattern.test(own)).map(({ what }) => what);
  const key = bilingual('the API key', 'API Key');
  return holdsSecret(all, apiKey) ? [key, ...found] : found;
}

/** All texts in a parsed body, names of fields included. */
function textsOf(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [name, ...textsOf(value)]);
}
