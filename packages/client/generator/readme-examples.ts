import type { Contract } from '@ax-cloud/contract/contract';
import { provokingCode } from '@ax-cloud/contract/order-code-form';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { clientWith, fieldsOf, indent, input, quote } from './example-code.ts';
import { member } from './literal.ts';

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
      'exceptions',
      `import { ChannelCancelError, createChannelClient, orThrow } from '@ax-cloud/channel-client';

${client(KEY, TEST)}
try {
  const order = orThrow(
    await channel.cancelTourOrder(${quote(orderCode.example)}, ${input(contract, first)}),
  );
  console.log(order${member(echo)});
} catch (error) {
  if (!(error instanceof ChannelCancelError)) throw error;
  console.error(error.kind, error.outcome, error.message); // error.failure has all the rest
}`,
    ],
    [
      'unknown',
      `${IMPORT}

${client(KEY, TEST)}

/** A person asks AX Cloud about a pending order. No job sends it again. */
type State = 'cancelled' | 'not cancelled' | 'pending';

export async function cancel(
  code: string,
  save: (state: State, why: string) => Promise<void>,
): Promise<void> {
  // Save first: if the process dies during the call, the order is pending and not forgotten.
  await save('pending', 'the cancel is about to be sent');
  const { ok, error } = await channel.cancelTourOrder(code, ${input(contract, first)});
  if (ok) await save('cancelled', '');
  else await save(error.outcome === 'unknown' ? 'pending' : 'not cancelled', error.message);
}`,
    ],
    [
      'nest',
      `import { ChannelCancelError, createChannelClient } from '@ax-cloud/channel-client';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, Module } from '@nestjs/common';

/** For a service: \`constructor(@Inject(CHANNEL) private readonly channel: ChannelClient)\`. */
export const CHANNEL = Symbol('channel');

@Module({
  providers: [
    {
      provide: CHANNEL,
      useFactory: () =>
${indent(8, clientWith(contract, [KEY, TEST]).replace('const channel = ', '').replace(/;$/, ''))},
    },
  ],
  exports: [CHANNEL],
})
export class ChannelModule {}

// For the error that a service throws with \`orThrow\`: not sent, rejected by AX Cloud, or unknown.
const STATUSES = { not_sent: 503, rejected: 422, unknown: 502 };

@Catch(ChannelCancelError)
export class ChannelCancelFilter implements ExceptionFilter<ChannelCancelError> {
  private readonly logger = new Logger('channel');

  catch({ kind, outcome, message }: ChannelCancelError, host: ArgumentsHost): void {
    this.logger.error(message);
    host.switchToHttp().getResponse().status(STATUSES[outcome]).json({ kind, outcome });
  }
}`,
    ],
    [
      'log',
      `import { createChannelClient, type Exchange } from '@ax-cloud/channel-client';

function log({ headers, ...attempt }: Exchange): void {
  console.log(JSON.stringify({ ...attempt, requestId: headers?.['x-request-id'] }));
}

${client(KEY, TEST, 'onExchange: log')}`,
    ],
    [
      'many',
      `import { type CancelResult, createChannelClient } from '@ax-cloud/channel-client';

${client(KEY, TEST)}

/** Cancels four orders at a time. A signal stops all: what is not sent by then is \`not_sent\`. */
export async function cancelAll(codes: string[], signal: AbortSignal): Promise<Map<string, CancelResult>> {
  const results = new Map<string, CancelResult>();
  const waiting = [...codes];
  async function work(): Promise<void> {
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      results.set(code, await channel.cancelTourOrder(code, ${input(contract, first).replace(/ \}$/, ', signal }')}));
    }
  }
  await Promise.all([work(), work(), work(), work()]);
  return results;
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
    // Leave redirects to your code, and turn what a \`fetch\` throws into MSW's network error.
    mock(request, { redirect: 'manual' }).catch(() => HttpResponse.error()),
  ),
);
// Without it, requests that MSW does not know go out to the real server.
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
