import type { Contract } from '@ax-cloud/contract/contract';
import type { DerivedRequest } from './requests.ts';

/** A response: its status, and its body, which is parsed if it is JSON. */
export interface Received {
  status: number;
  body: unknown;
}

/** The real `fetch`, or the client's mock fetch. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** Sends a derived request. */
export async function exchange(
  { path, method, orderCode }: Contract,
  origin: string,
  request: DerivedRequest,
  send: Send,
): Promise<Received> {
  const code = encodeURIComponent(request.orderCode);
  const search = new URLSearchParams(request.query).toString();
  const url = `${origin}${path.replace(`{${orderCode.name}}`, code)}${search === '' ? '' : `?${search}`}`;
  const key = request.key === undefined ? {} : { Authorization: request.key };
  const headers = { ...request.headers, ...key, 'Content-Type': 'application/json' };
  const response = await send(url, { method, headers, body: request.body });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: text };
  }
}
