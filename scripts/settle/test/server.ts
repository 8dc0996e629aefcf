import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** How a server differs from the plain reading of the page. */
export interface Ways {
  /** The names of the two status fields in the request; the same name twice for a single field. */
  names?: readonly [ax: string, channel: string];
  enveloped?: boolean;
  /** The HTTP status for a missing, malformed or wrong key. */
  unauthorized?: 401 | 403;
  /** A header that every request must have, with its value. */
  header?: readonly [name: string, value: string];
}

/** A server on a loopback port, with orders that the contract tests may cancel. */
export interface Server {
  url: string;
  key: string;
  /** `ax_code:channel_code`, for the contract tests. */
  orders: string[];
  foreign: string;
  /** The statuses of an order, AX Cloud's and the channel's. */
  statusOf(code: string): readonly string[] | undefined;
  stop(): Promise<void>;
}

interface Order {
  channelCode: string;
  own: boolean;
  ax: string;
  channel: string;
}

type Reply = readonly [status: number, body: unknown];

const KEY = 'key-of-the-changes';
const STATUSES = ['Traveler cancel', 'Unavoidable cancel', 'New'];
const forbidden = { detail: '이 작업을 수행할 권한(permission)이 없습니다.' };

/**
 * Starts a server that behaves like one written with Django REST framework. It does not read the contract.
 *
 * @param code the code of an additional order, which the contract tests do not cancel
 */
export async function startServer(ways: Ways, code: string): Promise<Server> {
  const own = Array.from({ length: 20 }, () => randomUUID());
  const foreign = randomUUID();
  const orders = new Map<string, Order>(
    [...own, code, foreign].map((one) => [
      one,
      { channelCode: randomUUID(), own: one !== foreign, ax: 'New', channel: 'New' },
    ]),
  );
  const server = createServer(async (request, response) => {
    const [status, body] = await respond(ways, orders, request);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: KEY,
    orders: own.map((one) => `${one}:${orders.get(one)?.channelCode}`),
    foreign,
    statusOf(one) {
      const order = orders.get(one);
      return order && [order.ax, order.channel];
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function respond(
  ways: Ways,
  orders: ReadonlyMap<string, Order>,
  request: IncomingMessage,
): Promise<Reply> {
  const { names = ['ax_status', 'channel_status'], unauthorized = 403, header } = ways;
  const [, code] = /^\/v1\/channel\/orders\/tour\/([^/?]+)(?:\?.*)?$/.exec(request.url ?? '') ?? [];
  if (code === undefined) return [404, '<h1>Not Found</h1>'];
  const { authorization = '' } = request.headers;
  if (authorization !== `Token ${KEY}`) return [unauthorized, forbidden];
  if (header !== undefined && request.headers[header[0].toLowerCase()] !== header[1]) return [403, forbidden];
  if (request.method !== 'PATCH') return [405, { detail: '허용되지 않는 메소드입니다.' }];
  const order = orders.get(decoded(code));
  if (order === undefined) return [404, { detail: '찾을 수 없습니다.' }];
  if (!order.own) return [403, forbidden];
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return [415, { detail: '지원되지 않는 미디어 형태입니다.' }];
  const body = await readBody(request);
  if (body === undefined) return [400, { detail: 'JSON parse error' }];
  const errors = problemsOf(body, names);
  if (Object.keys(errors).length > 0) return [400, errors];
  if (order.ax !== 'New' || order.channel !== 'New') return [409, { detail: '이미 취소된 주문입니다.' }];
  order.ax = String(body[names[0]]);
  order.channel = String(body[names[1]]);
  const fields = {
    channel_order_code: order.channelCode,
    channel_order_status: order.channel,
    ax_order_code: decoded(code),
    ax_order_status: order.ax,
  };
  return [200, ways.enveloped ? { status_code: 200, data: fields } : fields];
}

function problemsOf(body: Record<string, unknown>, names: readonly string[]): Record<string, string[]> {
  const statuses = names.flatMap((name) => {
    if (body[name] === undefined) return [[name, ['이 필드는 필수 항목입니다.']]];
    return STATUSES.includes(body[name] as string) ? [] : [[name, ['유효하지 않은 선택(choice)입니다.']]];
  });
  const { comment } = body;
  const invalidComment = comment !== undefined && typeof comment !== 'string';
  return Object.fromEntries([...statuses, ...(invalidComment ? [['comment', ['Not a valid string.']]] : [])]);
}

/** The body as an object; undefined for anything else. */
async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const body: unknown = await json(request).catch(() => undefined);
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : undefined;
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
