import { type Bilingual, bilingual } from './bilingual.ts';
import type { Answer } from './exchange.ts';

/** What no answer may hold, and how it shows. */
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

/** A secret in the forms in which a server may send it back. */
function formsOf(secret: string): string[] {
  const html = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  // What ends a text in Base64 depends on what follows it.
  const base64 = Buffer.from(secret.slice(0, secret.length - (secret.length % 3))).toString('base64');
  const encoded = base64.length > WORD ? [base64] : [];
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), html, ...encoded];
  // A key that lacks its first or last character gives the key away as well.
  const cut = secret.length > MIN_CUT ? [secret.slice(1), secret.slice(0, -1)] : [];
  return [...new Set([...forms, ...cut])].sort((a, b) => b.length - a.length);
}

/** Not longer than this, a key may be a part of some word, and is looked for only as a word of its own. */
export const WORD = 7;

/** Not longer than this, a key that lacks a character may be a word like any other. */
const MIN_CUT = 11;

/** Not longer than this, a key stands in any text, and finding it says nothing. */
const TELLING = 3;

/**
 * Makes the function that hides secrets in a text, in any case and in the encodings in which a server may send them back.
 *
 * @param secrets the API key and the order codes of other channels
 */
export function createMask(secrets: readonly string[]): (text: string) => string {
  const pattern = patternOf(secrets);
  return (text) => (pattern === undefined ? text : text.replace(pattern, '***'));
}

/** Finds secrets in all their forms and in any case. A short one is found only where it is a word of its own. */
function patternOf(secrets: readonly string[]): RegExp | undefined {
  const forms = secrets.filter((secret) => secret !== '').flatMap(formsOf);
  if (forms.length === 0) return undefined;
  const escaped = forms.map((form) => {
    const literal = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return form.length > WORD ? literal : `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`;
  });
  return new RegExp(escaped.join('|'), 'gi');
}

/**
 * Finds what no answer may hold: the API key, an e-mail address, a phone number, a stack trace.
 *
 * @param sent values of the request; an order code may look like a phone number and may come back
 */
export function findPrivateData(
  { text, json }: Pick<Answer, 'text' | 'json'>,
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

/** Whether a text holds a secret, in whatever form. */
export function holdsSecret(text: string, secret: string): boolean {
  return secret.length > TELLING && (patternOf([secret])?.test(text) ?? false);
}

/** All texts in a parsed body, names of fields included. */
function textsOf(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [name, ...textsOf(value)]);
}
