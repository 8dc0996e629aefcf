import type { ServerResponse } from 'node:http';
import type { MockResponse } from './mock-response.ts';

/** Sends a response as JSON, without escaping Korean text. */
export function send(response: ServerResponse, { status, headers, body }: MockResponse): void {
  sendText(response, status, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
}

/** Sends a body unchanged. Does nothing if the client has disconnected in the meantime. */
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
