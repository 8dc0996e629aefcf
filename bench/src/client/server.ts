import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { API_KEY, BODY, ORDER, PATH } from './call.ts';

/** Says how a request differs from the one call, so that no library is fast by sending less. */
function findDifference({ method, url, headers }: IncomingMessage, body: string): string | undefined {
  if (method !== 'PATCH' || url !== PATH) return `sent ${method} ${url}`;
  if (headers.authorization !== `Token ${API_KEY}`) return 'sent another key';
  if (!headers['content-type']?.startsWith('application/json')) return 'did not send JSON';
  if (!isDeepStrictEqual(JSON.parse(body), BODY)) return 'sent another body';
  return undefined;
}

const server = createServer(async (request, response) => {
  const difference = findDifference(request, await text(request));
  if (difference !== undefined) console.error(`A library ${difference} instead of the one call.`);
  response.writeHead(difference === undefined ? 200 : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(difference === undefined ? ORDER : { detail: difference }));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
// It must not outlive the benchmark, however that ends.
process.on('disconnect', () => process.exit());
