import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** As little as a server can do that reads the body and repeats it: what the machine allows. */
createServer(async (request, response) => {
  const { ax_status, channel_status } = JSON.parse(await text(request));
  const body = JSON.stringify({
    channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
    channel_order_status: channel_status,
    ax_order_code: request.url?.split('/').at(-1),
    ax_order_status: ax_status,
  });
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(process.argv[2]), '127.0.0.1');
