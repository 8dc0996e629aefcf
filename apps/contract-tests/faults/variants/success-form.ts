import { detail } from '../behaviour.ts';
import { broken, crash, html, onOrder, onStatus, onSuccess, type Variant } from '../variant.ts';
import { ORDER, SUCCESS } from '../words.ts';

/** Servers with a success of another form than the documented one. */
export const successFormVariants: Variant[] = [
  broken(
    'names the fields of a success as in the request',
    onOrder((order) =>
      Object.fromEntries(ORDER.statuses.map((field) => [field.request, order[field.order]])),
    ),
  ),
  broken(
    'responds with a list of one order',
    onSuccess((body) => [body]),
  ),
  broken(
    'responds with the text ok',
    onSuccess(() => 'ok'),
  ),
  broken(
    'responds with true',
    onSuccess(() => true),
  ),
  broken(
    'responds with null',
    onSuccess(() => null),
  ),
  broken(
    'responds with an empty object',
    onSuccess(() => ({})),
  ),
  broken(
    'responds with an empty body',
    onSuccess(() => ''),
  ),
  broken(
    'responds with JSON inside a JSON string',
    onSuccess((body) => JSON.stringify(JSON.stringify(body))),
  ),
  broken(
    'responds in the single quotes of the page',
    onSuccess((body) => JSON.stringify(body).replaceAll('"', "'")),
  ),
  broken(
    'sends two documents',
    onSuccess((body) => JSON.stringify(body).repeat(2)),
  ),
  broken(
    'sends text after the JSON',
    onSuccess((body) => `${JSON.stringify(body)}\nOK`),
  ),
  broken(
    'sends half of the JSON',
    onSuccess((body) => JSON.stringify(body).slice(0, -20)),
  ),
  broken(
    'sends a byte order mark',
    onSuccess((body) => `\ufeff${JSON.stringify(body)}`),
  ),
  broken(
    'sends a field twice',
    onSuccess((body) => JSON.stringify(body).replace(/"\w+_status":/, '$&"New",$&')),
  ),
  broken(
    'sends a prefix before the JSON',
    onSuccess((body) => `)]}',\n${JSON.stringify(body)}`),
  ),
  broken(
    'sends a field in EUC-KR',
    onSuccess((body) =>
      Buffer.concat([
        Buffer.from(`${JSON.stringify(body).slice(0, -1)},"x":"`),
        Buffer.from([0xc3, 0xeb]),
        Buffer.from('"}'),
      ]),
    ),
  ),
  broken(
    'wraps a success in `data` alone',
    onSuccess((data) => ({ data })),
  ),
  broken(
    'wraps a success in `result`',
    onSuccess((result) => ({ status_code: 200, result })),
  ),
  ...[200, 201, 202, 203, 206]
    .filter((status) => status !== SUCCESS)
    .map((status) =>
      broken(
        `sends a success with ${status}`,
        onStatus(SUCCESS, (reply) => ({ ...reply, status })),
        status === 202 ? { synchronous: 'later' } : {},
      ),
    ),
  broken(
    'sends a success with 204',
    onStatus(SUCCESS, () => ({ status: 204, body: '' })),
  ),
  broken('cancels and responds with 500', onStatus(SUCCESS, crash)),
  broken(
    'redirects after a success',
    onStatus(SUCCESS, () => ({ status: 303, body: '', headers: { location: '/orders' } })),
  ),
  broken(
    'sends a success as an HTML page',
    onStatus(SUCCESS, () => html(SUCCESS)),
  ),
  broken(
    'declares a success as HTML',
    onStatus(SUCCESS, (reply) => ({ ...reply, headers: { 'content-type': 'text/html' } })),
  ),
  broken(
    'declares a success as plain text',
    onStatus(SUCCESS, (reply) => ({ ...reply, headers: { 'content-type': 'text/plain' } })),
  ),
  broken(
    'declares a success as EUC-KR',
    onStatus(SUCCESS, (reply) => ({
      ...reply,
      headers: { 'content-type': 'application/json; charset=euc-kr' },
    })),
  ),
  broken(
    'declares a success as problem+json',
    onStatus(SUCCESS, (reply) => ({ ...reply, headers: { 'content-type': 'application/problem+json' } })),
  ),
  broken('refuses with 200 and a detail', { success: () => detail(SUCCESS, 'x') }),
];
