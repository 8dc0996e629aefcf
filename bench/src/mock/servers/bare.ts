import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** Does the least that a server of JSON can do, and so shows what the machine allows. */
const [port, status, example = ''] = process.argv.slice(2);
const order: unknown = JSON.parse(example);
createServer(async (request, response) => {
  JSON.parse(await text(request));
  const body = JSON.stringify(order);
  response.writeHead(Number(status), {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
