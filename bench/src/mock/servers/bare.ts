import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** As little as a server can do that reads JSON and writes JSON: what the machine allows. */
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
