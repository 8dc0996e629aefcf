import type { ReportedExchange } from '@ax-cloud/contract/report';
import { shellWord } from '@ax-cloud/contract/shell-word';
import type { Settings } from '../settings.ts';
import type { Exchange, OutgoingRequest } from './message.ts';

/** How much of a body a record shows, in characters. */
const MAX_SHOWN = 2000;

/** A key up to this length may be part of another word of the request, and is not replaced in a command. */
const SHORT_KEY = 7;

/**
 * Records an exchange for a report.
 *
 * @param before the earlier exchanges on the same connection, which the command repeats, too
 * @param mask hides secrets; the header `Authorization` is always written in its shell form
 */
export function recordExchange(
  { request, response, durationMs }: Exchange,
  before: readonly Exchange[],
  { baseUrl, apiKey }: Pick<Settings, 'baseUrl' | 'apiKey'>,
  mask: (text: string) => string,
): ReportedExchange {
  const { method, path, headers, credential, body } = request;
  const requests = [...before.map((one) => one.request), request];
  const input = typeof body === 'object' ? `printf '${octal(body)}' | ` : '';
  const shown = {
    ...masked(headers, mask),
    ...(credential.shell === undefined ? {} : { authorization: credential.shell }),
  };
  return {
    curl: mask(`${input}curl ${requests.map((one) => toCurl(one, baseUrl, apiKey)).join(' \\\n  --next ')}`),
    request: {
      method,
      url: mask(baseUrl + path),
      headers: shown,
      body: body === undefined ? null : mask(cut(textOf(body))),
    },
    response:
      response === undefined
        ? null
        : {
            status: response.status,
            headers: masked(response.headers, mask),
            body: mask(cut(response.text)),
          },
    durationMs: Math.round(durationMs * 10) / 10,
  };
}

function masked(
  headers: Readonly<Record<string, string>>,
  mask: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mask(value)]));
}

/** The arguments of curl in a POSIX shell that has the key in `$AX_API_KEY`. A binary body comes from `printf`. */
function toCurl(
  { method, path, headers, credential: { shell: authorization }, body }: OutgoingRequest,
  baseUrl: string,
  apiKey: string,
): string {
  const quote = (text: string) =>
    apiKey.length > SHORT_KEY ? shellWord(text).replaceAll(apiKey, `'"$AX_API_KEY"'`) : shellWord(text);
  const fields = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  // curl adds these two by itself unless it is told not to.
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
    '-i --path-as-is',
    `-X ${method}`,
    quote(baseUrl + path),
    ...credential,
    ...fields,
    ...absent,
    ...data,
  ];
  return parts.join(' \\\n  ');
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
