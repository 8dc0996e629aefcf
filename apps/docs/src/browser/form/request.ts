import type { RequestContext } from '@ax-cloud/contract/expression';
import { shellWord } from '@ax-cloud/contract/shell-word';
import type { FormData } from '../../form/form-data.ts';
import { parse } from './judge.ts';

/** What the reader entered, without the key. */
export interface Entered {
  /** The origin of the server. */
  origin: string;
  order: string;
  /** The headers that have a value. */
  headers: [name: string, value: string][];
  query: [name: string, value: string][];
  body: string;
}

/** The URL of the request. */
export function urlOf({ path, orderCode }: FormData, { origin, order, query }: Entered): string {
  const search = new URLSearchParams(query).toString();
  const filled = path.replace(`{${orderCode}}`, () => encodeURIComponent(order));
  return origin + filled + (search && `?${search}`);
}

/** The request, as the contract's runtime expressions see it. */
export function contextOf({ orderCode }: FormData, { order, headers, query, body }: Entered): RequestContext {
  return {
    path: { [orderCode]: order },
    query: Object.fromEntries(query),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: parse(body),
  };
}

/**
 * The request as a command for a shell.
 *
 * @param authorization the whole header for a documented value; undefined for the reader's own key, which becomes a variable
 */
export function curlOf(data: FormData, entered: Entered, authorization: string | undefined): string {
  const headers = [
    ...(authorization === undefined ? [data.curl.key] : []),
    ...[
      ...(authorization ? [`Authorization: ${authorization}`] : []),
      'Content-Type: application/json',
      ...entered.headers.map((header) => header.join(': ')),
    ].map(shellWord),
  ];
  return [
    `${data.curl.start} ${shellWord(urlOf(data, entered))}`,
    ...headers.map((header) => `--header ${header}`),
    `--data-raw ${shellWord(entered.body)}`,
  ].join(' \\\n  ');
}
