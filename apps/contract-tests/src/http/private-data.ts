import { type Bilingual, bilingual } from '../bilingual.ts';
import type { HttpResponse } from './message.ts';

/** What no response may hold, and the pattern that finds it. */
const PRIVATE: readonly { pattern: RegExp; what: Bilingual }[] = [
  {
    // From the start of its name only: to try each letter of a long word takes long.
    // An address of a service desk is public (RFC 2142).
    pattern:
      /(?<![\w.+-])(?!(?:support|help|helpdesk|contact|info|cs|service|sales|security|abuse|postmaster|webmaster|no-?reply)@)[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i,
    what: bilingual('an e-mail address', '이메일 주소'),
  },
  {
    // Korean numbers with or without hyphens, and international ones. Digits inside a UUID have a neighbour and do not match.
    pattern:
      /(?<![\w-])(\+82[ -]?|0)1[016-9][ -]?\d{3,4}[ -]?\d{4}(?![\w-])|(?<![\w-])0\d{1,2}-\d{3,4}-\d{4}(?![\w-])|(?<![\w-])\+\d{1,3}[ -]?\d{8,12}(?![\w-])/,
    what: bilingual('a phone number', '전화번호'),
  },
  { pattern: /\b\d{6}-[1-8]\d{6}\b/, what: bilingual('a resident registration number', '주민등록번호') },
  {
    pattern:
      /"?\b(password|passwd|secret_?key|secret|private_?key|aws_[a-z_]+|access_?key|db_pass\w*)\b"?\s*[:=]|\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY|\b[a-z][a-z0-9+]+:\/\/[^\s:@/"]+:[^\s@/"]+@/i,
    what: bilingual('a password or another credential', '비밀번호 등 인증 정보'),
  },
  {
    // The private ranges of RFC 1918 and the loopback range.
    pattern:
      /(?<![\w.-])(10\.\d{1,3}|127\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\w.-])/,
    what: bilingual('an address of an internal network', '내부망 주소'),
  },
  {
    pattern: /\bSELECT\b.+\bFROM\b|\bUPDATE\b.+\bSET\b|\bINSERT INTO\b|\bDELETE FROM\b/,
    what: bilingual('an SQL statement', 'SQL 문'),
  },
  {
    pattern:
      /Traceback \(most recent call last\)|File "[^"\n]+", line \d+|^\s+at .+[(:]\S+:\d+(:\d+)?\)?|\bat [\w.$]+\([\w]+\.java:\d+\)|\bgoroutine \d+ \[|panicked at |DEBUG = True|django\.core\.|rest_framework\.\w+\.|psycopg\d?\.|\bORA-\d{5}\b|SQLSTATE\[/m,
    what: bilingual('a stack trace or internals of the server', '스택 트레이스 또는 서버 내부 정보'),
  },
];

/** Headers that name the server itself. The caller knows its address already. */
const OWN_ADDRESS = ['location', 'host', 'alt-svc', 'access-control-allow-origin', 'content-location'];

/**
 * Finds what no response may hold, in its body or a header: the API key, an e-mail address, a phone number, a stack trace.
 *
 * @param holdsKey whether a text holds the API key, in whatever form
 * @param sent values of the request; an order code may look like a phone number and may come back
 * @param foreignCode the code of another channel's order; undefined when the response may name it
 */
export function findPrivateData(
  { text, json, headers }: Pick<HttpResponse, 'text' | 'json' | 'headers'>,
  holdsKey: (text: string) => boolean,
  sent: readonly string[],
  foreignCode: string | undefined,
): Bilingual[] {
  const inHeaders = Object.entries(headers).filter(([name]) => !OWN_ADDRESS.includes(name));
  // Escapes in JSON or HTML would hide a quotation mark or a line break that belongs to a pattern.
  const places = [
    { text: [text, asShown(text), ...textsOf(json)].join('\n'), what: bilingual('', '') },
    { text: inHeaders.map(([, value]) => value).join('\n'), what: bilingual(' in a header', ' (헤더)') },
  ];
  return places.flatMap(({ text: all, what: where }) => {
    const own = sent
      .filter((value) => value.length > 3)
      .reduce((rest, value) => rest.replaceAll(value, ''), all);
    const found = PRIVATE.filter(({ pattern }) => pattern.test(own)).map(({ what }) => what);
    if (foreignCode !== undefined && own.includes(foreignCode))
      found.push(bilingual("another channel's order code", '다른 채널의 주문 코드'));
    if (holdsKey(all)) found.push(bilingual('the API key', 'API Key'));
    return found.map(({ en, ko }) => bilingual(en + where.en, ko + where.ko));
  });
}

/** The lines of a page as a browser shows them, as far as the patterns need. Development servers put stack traces into pages. */
function asShown(page: string): string {
  return page
    .replaceAll(/<br *\/?>/gi, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/&(quot|#34);/g, '"');
}

/** All texts in a parsed body, names of fields included. */
function textsOf(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [name, ...textsOf(value)]);
}
