import type { ServerResponse } from 'node:http';
import type { MockResponse } from './mock-response.ts';

/** Sends a response as JSON, with Korean text as it is. */
export function send(response: ServerResponse, { status, headers, body }: MockResponse): void {
  sendText(response, status, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
}

/** Sends a body as it is. Does nothing when the client has gone away in the meantime. */
export function sendText(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
