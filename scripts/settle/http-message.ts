import type { ReportedEvidence } from '@ax-cloud/contract/report';

type Exchange = NonNullable<ReportedEvidence['exchange']>;

/** The response headers that matter to a question. Others depend on the day or the connection. */
const RELEVANT = ['content-type', 'content-language', 'www-authenticate', 'location', 'retry-after', 'allow'];
/** A longer body is cut. */
const LONGEST = 1000;

/** Writes a request as an HTTP message with its full URL. The report has already masked the key. */
export function requestMessage({ method, url, headers, body }: Exchange['request']): string {
  return message(`${method} ${url}`, Object.entries(headers), body ?? '');
}

/** Writes a response as an HTTP message. */
export function responseMessage({ status, headers, body }: NonNullable<Exchange['response']>): string {
  const relevant = Object.entries(headers).filter(([name]) => RELEVANT.includes(name.toLowerCase()));
  return message(String(status), relevant, body);
}

function message(start: string, headers: readonly (readonly [string, string])[], body: string): string {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  const shown = body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body;
  return shown === '' ? `${head}\n` : `${head}\n\n${shown}\n`;
}
