import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a server answers. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** One way to be wrong: changes the right reply, or leaves it. */
export type Fault = (
  request: { method: string; url: string; authorization: string; body: unknown },
  right: Reply,
) => Reply;

export const API_KEY = 'test-key-0123456789';

const PATH = /^\/v1\/channel\/orders\/tour\/([^/]+)$/;
const STATUSES = ['New', 'Traveler cancel', 'Unavoidable cancel'];

/**
 * Starts a server of its own making, not the mock, that follows the contract for the given orders, and is wrong in at most
 * one way. It refuses to cancel an order twice.
 */
export async function startServer(orders: readonly string[], fault: Fault = (_, right) => right) {
  const cancelled = new Set<string>();
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = parse(await text(request));
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body,
    };
    requests.push(`${seen.method} ${seen.url}`);
    const reply = fault(seen, right(request, seen, orders, cancelled));
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cancelled,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function right(
  request: IncomingMessage,
  { method, url, authorization, body }: Parameters<Fault>[0],
  orders: readonly string[],
  cancelled: Set<string>,
): Reply {
  const code = decodeURIComponent(PATH.exec(url)?.[1] ?? '');
  if (authorization.toLowerCase() !== `token ${API_KEY}`) return detail(403);
  if (method !== 'PATCH') return detail(405);
  if (!orders.includes(code)) return detail(404);
  if (request.headers['content-type'] !== 'application/json') return detail(415);
  if (body === undefined) return detail(400);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { status: 400, body: { non_field_errors: ['object'] } };
  }
  const { ax_status, channel_status, comment } = body as Record<string, unknown>;
  const errors = Object.entries({ ax_status, channel_status }).filter(
    ([, value]) => !STATUSES.includes(value as string),
  );
  if (comment !== undefined && typeof comment !== 'string') errors.push(['comment', comment]);
  if (errors.length > 0) {
    return { status: 400, body: Object.fromEntries(errors.map(([name]) => [name, ['invalid']])) };
  }
  if (cancelled.has(code)) return detail(409);
  cancelled.add(code);
  return {
    status: 200,
    body: {
      channel_order_code: `channel-${code}`,
      channel_order_status: channel_status,
      ax_order_code: code,
      ax_order_status: ax_status,
    },
  };
}

function detail(status: number): Reply {
  return { status, body: { detail: `error ${status}` } };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
