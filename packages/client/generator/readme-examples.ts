import type { Contract, Field, Parameter } from '@ax-cloud/contract/contract';
import { provokingCode } from '@ax-cloud/contract/order-code-form';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { member, property } from './literal.ts';

const MAX_WIDTH = 110;
const IMPORT = "import { createChannelClient } from '@ax-cloud/channel-client';";
const IMPORT_MOCK = "import { createMockFetch } from '@ax-cloud/channel-client/testing';";
const KEY = "apiKey: process.env.AX_API_KEY ?? ''";
const TEST = "environment: 'test'";
const MOCKED = "apiKey: 'any'";

/** The examples of the READMEs, filled with the names and values of the contract: name → code. The tests run each. */
export function readmeExamples(contract: Contract): ReadonlyMap<string, string> {
  const { orderCode, cancels, servers, method, success } = contract;
  const [first = '', ...moreCancels] = cancels;
  const statuses = orderFields(contract).statuses.map(({ order }) => order);
  const [echo = ''] = [...statuses, ...Object.keys(success.echoes)];
  const server = servers.find(({ environment }) => environment === 'test')?.url;
  const client = (...options: string[]) => clientWith(contract, options);
  const others = moreCancels.map((status) => ` or ${quote(status)}`).join('');
  const unknown = provokingCode(readRefusals(contract).order[0]);
  const dispatching =
    'fetch: (input, init) => fetch(input, { ...init, dispatcher } as object as RequestInit)';
  return new Map([
    [
      'cancel',
      `${IMPORT}

${client(KEY, TEST)}
const result = await channel.cancelTourOrder(${quote(orderCode.example)}, {
  status: ${quote(first)},${others && ` //${others}`}
${fieldsOf(contract, () => true)
  .map((field) => `  ${field},\n`)
  .join('')}});

if (result.ok) {
  console.log(result.order${member(echo)});
} else {
  console.error(result.error.kind, result.error.outcome, result.error.message);
}`,
    ],
    [
      'unit-test',
      `${IMPORT}
${IMPORT_MOCK}

const fetch = createMockFetch();
${client(MOCKED, TEST, 'fetch')}
const unknown = ${quote(unknown)};
const result = await channel.cancelTourOrder(unknown, ${input(contract, cancels.at(-1) ?? '')});

console.log(result.ok ? 'cancelled' : result.error.kind); // not_found
console.log(fetch.sent[0]?.body); // what your code sent; the key is masked`,
    ],
    [
      'scenario',
      `${IMPORT}
${IMPORT_MOCK}

${client(MOCKED, TEST, 'fetch: createMockFetch()')}
const badGateway = '00000000-0000-4000-8000-000000000502';
const result = await channel.cancelTourOrder(badGateway, ${input(contract, first)});

console.log(result.ok ? 'cancelled' : result.error.outcome); // unknown`,
    ],
    [
      'msw',
      `${IMPORT_MOCK}
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

const mock = createMockFetch();
const server = setupServer(
  http.${method.toLowerCase()}('${server}/*', ({ request }) =>
    // The redirect is your code's to follow or not, and what a \`fetch\` throws is MSW's error.
    mock(request, { redirect: 'manual' }).catch(() => HttpResponse.error()),
  ),
);
// Without it, what MSW does not know goes out to the real server.
server.listen({ onUnhandledFrame: 'error' });`,
    ],
    [
      'agent',
      `${IMPORT}
import { Agent } from 'undici';

const dispatcher = new Agent({ connections: 8, keepAliveTimeout: 30_000 });
${client(KEY, TEST, dispatching)}`,
    ],
    [
      'proxy',
      `${IMPORT}
import { ProxyAgent } from 'undici';

const dispatcher = new ProxyAgent(process.env.HTTPS_PROXY ?? '');
${client(KEY, TEST, dispatching)}`,
    ],
  ]);
}

/** Makes the client with these options and with what the contract demands of every request. */
function clientWith(contract: Contract, options: readonly string[]): string {
  const demanded = (['headers', 'query'] as const).flatMap((option) => {
    const values = contract[option].filter(({ required }) => required).map(entry);
    return values.length === 0 ? [] : [`${option}: { ${values.join(', ')} }`];
  });
  const all = [...options, ...demanded];
  const line = `const channel = createChannelClient({ ${all.join(', ')} });`;
  if (line.length <= MAX_WIDTH) return line;
  return `const channel = createChannelClient({\n${all.map((option) => `  ${option},\n`).join('')}});`;
}

function entry({ name, example }: Parameter): string {
  return `${property(name)}: ${typeof example === 'string' ? quote(example) : example}`;
}

/** The least that a call takes. */
function input(contract: Contract, status: string): string {
  const required = fieldsOf(contract, (field) => field.required);
  return `{ ${[`status: ${quote(status)}`, ...required].join(', ')} }`;
}

/** The fields beside the status, with the values of the contract's first example. */
function fieldsOf({ request }: Contract, isWanted: (field: Field) => boolean): string[] {
  const values = Object(Object.values(request.examples)[0]?.value) as Record<string, unknown>;
  return request.fields
    .filter((field) => field.cancels === undefined && field.name in values && isWanted(field))
    .map(({ name }) => {
      const value = values[name];
      return `${property(name)}: ${typeof value === 'string' ? quote(value) : JSON.stringify(value)}`;
    });
}

/** A text in single quotes, as the code of this repository has them. */
function quote(text: unknown): string {
  const inside = JSON.stringify(String(text)).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside}'`;
}
