import { type CancelResult, type ChannelClientOptions, createChannelClient } from '@ax-cloud/channel-client';
import type { Contract, Parameter } from '@ax-cloud/contract/contract';

const API_KEY = 'key-of-the-changes';

/**
 * Cancels the contract's example order with the built client, with all parameters and fields of the contract.
 *
 * The arguments are untyped data, because this file is not compiled with the types of the changed contract. The consumer that
 * is compiled in the copy checks the types.
 */
export function cancelExample(
  contract: Contract,
  target: { baseUrl: string; fetch?: ChannelClientOptions['fetch'] },
): Promise<CancelResult> {
  const parameters = Object.entries({ headers: contract.headers, query: contract.query }).filter(
    ([, list]) => list.length > 0,
  );
  const options = {
    apiKey: API_KEY,
    retries: 0,
    ...target,
    ...Object.fromEntries(parameters.map(([option, list]) => [option, examples(list)])),
  };
  const body = (Object.values(contract.request.examples)[0]?.value ?? {}) as Record<string, unknown>;
  const fields = contract.request.fields.filter(({ name }) => body[name] !== undefined);
  const others = fields.filter(({ cancels }) => cancels === undefined).map(({ name }) => [name, body[name]]);
  const status = fields.find(({ cancels }) => cancels !== undefined)?.name ?? '';
  const input = { ...Object.fromEntries(others), status: body[status] ?? contract.cancels[0] };
  const channel = createChannelClient(options as ChannelClientOptions);
  return channel.cancelTourOrder(String(contract.orderCode.example), input);
}

function examples(parameters: readonly Parameter[]): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
}
