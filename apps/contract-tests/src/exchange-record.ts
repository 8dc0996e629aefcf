import type { Exchange } from './case.ts';
import type { OutgoingRequest } from './exchange.ts';
import type { ExchangeRecord } from './findings.ts';

/** More of a body than this says nothing new. */
const MAX_SHOWN = 2000;

/**
 * Writes an exchange down for a report.
 *
 * @param mask hides what must not be in one; the header `Authorization` is always written in its shell form
 */
export function recordExchange(
  { request, answer, durationMs }: Exchange,
  baseUrl: string,
  mask: (text: string) => string,
): ExchangeRecord {
  const { method, path, headers, credential, body } = request;
  const shown = {
    ...masked(headers, mask),
    ...(credential.shell === undefined ? {} : { authorization: credential.shell }),
  };
  return {
    curl: mask(toCurl(request, baseUrl + path, credential.shell)),
    request: {
      method,
      url: mask(baseUrl + path),
      headers: shown,
      body: body === undefined ? null : mask(cut(textOf(body))),
    },
    response:
      answer === undefined
        ? null
        : { status: answer.status, headers: masked(answer.headers, mask), body: mask(cut(answer.text)) },
    durationMs: Math.round(durationMs * 10) / 10,
  };
}

function masked(
  headers: Readonly<Record<string, string>>,
  mask: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mask(value)]));
}

/** A command for a POSIX shell. Bytes that are no text go through `printf`. */
function toCurl(
  { method, headers, body }: OutgoingRequest,
  url: string,
  authorization: string | undefined,
): string {
  const fields = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  // curl adds these two by itself, unless it is told to leave them out.
  const absent = ['accept', 'content-type']
    .filter((name) => !(name in headers))
    .map((name) => `-H ${quote(`${name}:`)}`);
  const credential =
    authorization === undefined
      ? []
      : [`-H "${authorization === '' ? 'Authorization;' : `Authorization: ${authorization}`}"`];
  const bytes = typeof body === 'object' && body !== undefined;
  const data = body === undefined ? [] : [bytes ? '--data-binary @-' : `--data-binary ${quote(body)}`];
  const parts = [
    'curl -i --path-as-is',
    `-X ${method}`,
    quote(url),
    ...credential,
    ...fields,
    ...absent,
    ...data,
  ];
  const command = parts.join(' \\\n  ');
  return bytes ? `printf '${octal(body)}' | ${command}` : command;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function octal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function cut(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)`;
}
