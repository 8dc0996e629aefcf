import type { IncomingHttpHeaders } from 'node:http';

/** An order as the server keeps it. */
export interface Order {
  /** The code that the path has for it. */
  code: string;
  /** The code that the path has not: the channel's, or AX Cloud's where the path takes the channel's. */
  channelCode: string;
  /** False for an order of another channel. */
  own: boolean;
  axStatus: string;
  channelStatus: string;
}

/** One request, complete. */
export interface Incoming {
  method: string;
  /** As it came, with its query. */
  url: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** The same object for all requests on one connection. */
  connection: object;
}

/** What the server sends. A text or bytes go out as they are, anything else as JSON. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The fields of a cancel request that passed, under the names of the page's table; undefined for one that was not sent. */
export interface Fields {
  ax_status: string | undefined;
  /** The same as `ax_status` where the contract has one status. */
  channel_status: string | undefined;
  comment: string | undefined;
}

/**
 * How the server behaves, in the steps in which Django REST framework handles a request. `CONFORMING` follows the contract; a
 * variant replaces one step.
 */
export interface Behaviour {
  /** The valid key. */
  key: string;
  /** The order code in a path, decoded; undefined where there is no such route. */
  route(path: string): string | undefined;
  /** The response where there is no route. */
  unrouted(path: string): Reply;
  /** Whether the request may call at all. */
  authorize(request: Incoming, key: string): boolean;
  /** The response to one that may not. */
  unauthorized(request: Incoming): Reply;
  /** The response to a request without a header or a query parameter that the contract requires, or with a wrong one. */
  parameters(request: Incoming): Reply | undefined;
  /** Whether the order is looked up before the key is checked. */
  lookupFirst: boolean;
  /** The methods that cancel. */
  methods(request: Incoming): boolean;
  wrongMethod(request: Incoming): Reply;
  find(code: string, orders: ReadonlyMap<string, Order>): Order | undefined;
  notFound(code: string): Reply;
  /** Whether another channel's order can be cancelled. */
  cancelsForeign: boolean;
  foreign(): Reply;
  /** Whether a body of this media type is read. */
  reads(mediaType: string, bytes: Buffer): boolean;
  wrongMediaType(mediaType: string): Reply;
  /** The parsed body; undefined when it cannot be read. No body is an empty object. */
  parse(bytes: Buffer, mediaType: string): unknown;
  unreadable(): Reply;
  /** The fields, or the messages about those that are invalid, by their names on the wire. */
  validate(body: unknown): { fields: Fields } | { errors: Record<string, string[]> };
  invalid(errors: Record<string, string[]>): Reply;
  /** The response to a cancel of an order that is cancelled, or undefined to carry it out again. */
  repeat(order: Order, fields: Fields): Reply | undefined;
  /** Sets the order's statuses. */
  apply(order: Order, fields: Fields): void;
  success(order: Order, fields: Fields): Reply;
  /** The last word on any response. */
  finish(reply: Reply, request: Incoming, order: Order | undefined): Reply;
}

/** An error in the framework's form. */
export function detail(status: number, text: string, headers?: Record<string, string>): Reply {
  return { status, body: { detail: text }, ...(headers === undefined ? {} : { headers }) };
}

export const HTML_NOT_FOUND: Reply = {
  status: 404,
  body: '<!doctype html><title>Not Found</title><h1>Not Found</h1>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses JSON as Python does: strictly, in UTF-8, the last of two names counts. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}
