import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';

/** What a front changes in an exchange. */
export interface Alteration {
  /** Headers that the request has in addition. A generated client has no way to ask the mock for an example. */
  headers?: Readonly<Record<string, string>>;
  /** Whether the response has fields that the contract does not declare. */
  extraFields?: boolean;
  /** The field of the order that has another value in a success. */
  altered?: string;
}

/** A server in front of the mock. */
export interface Front {
  origin: string;
  close(): Promise<void>;
}

/** One field for each type of JSON, so that a client that expects only texts is found out. */
const EXTRA_FIELDS = {
  undeclared_text: '추가',
  undeclared_number: 1.5,
  undeclared_flag: true,
  undeclared_null: null,
  undeclared_list: ['a', 1, null],
  undeclared_object: { nested: { deep: [] } },
};

/** Starts a server on loopback that passes every request on to the mock, with the alteration. */
export async function startFront(
  contract: Contract,
  mock: string,
  { headers = {}, extraFields = false, altered }: Alteration,
): Promise<Front> {
  const server = createServer(async (request, response) => {
    try {
      const passed = await fetch(`${mock}${request.url}`, {
        method: request.method ?? '',
        headers: { ...keptHeaders(request), ...headers },
        body: await readBody(request),
      });
      const text = await passed.text();
      const type = passed.headers.get('content-type') ?? '';
      response.writeHead(passed.status, { 'content-type': type });
      const added = extraFields ? addFields(contract, passed.status, text) : text;
      response.end(altered === undefined ? added : alterField(contract, passed.status, added, altered));
    } catch {
      response.destroy();
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The headers of the request itself. The connection's headers are the front's own. */
function keptHeaders({ headers }: IncomingMessage): Record<string, string> {
  const kept = ['authorization', 'content-type', 'accept'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Adds the fields to the body, and to the order where it lies deeper. */
function addFields({ success }: Contract, status: number, text: string): string {
  const body: unknown = JSON.parse(text);
  const order = status === success.status ? resolvePointer(body, success.orderPointer) : body;
  for (const place of new Set([body, order])) {
    if (typeof place === 'object' && place !== null) Object.assign(place, EXTRA_FIELDS);
  }
  return JSON.stringify(body);
}

/** Gives a field of the order in a success another value. */
function alterField({ success }: Contract, status: number, text: string, field: string): string {
  if (status !== success.status) return text;
  const body: unknown = JSON.parse(text);
  Object.assign(Object(resolvePointer(body, success.orderPointer)), { [field]: 'another' });
  return JSON.stringify(body);
}
