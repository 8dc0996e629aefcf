import type { ReportedEvidence } from '@ax-cloud/contract/report';

type Exchange = NonNullable<ReportedEvidence['exchange']>;

/** The headers of a response that say something about a question; others are of one day and one connection. */
const TELLING = ['content-type', 'content-language', 'www-authenticate', 'location', 'retry-after', 'allow'];
/** More of a body is not kept. */
const LONGEST = 1000;

/** Writes a request as an HTTP message with its whole URL. The report has masked the key in it. */
export function requestMessage({ method, url, headers, body }: Exchange['request']): string {
  return message(`${method} ${url}`, Object.entries(headers), body ?? '');
}

/** Writes a response as an HTTP message. */
export function responseMessage({ status, headers, body }: NonNullable<Exchange['response']>): string {
  const telling = Object.entries(headers).filter(([name]) => TELLING.includes(name.toLowerCase()));
  return message(String(status), telling, body);
}

function message(start: string, headers: readonly (readonly [string, string])[], body: string): string {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  const shown = body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body;
  return shown === '' ? `${head}\n` : `${head}\n\n${shown}\n`;
}
