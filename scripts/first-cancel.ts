import { type ChannelClientOptions, createChannelClient } from '@ax-cloud/channel-client';
import { type Contract, loadContract, type Parameter } from '@ax-cloud/contract/contract';
import { requiredExamples, targetOf } from '@ax-cloud/contract/example-request';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { shellWord } from '@ax-cloud/contract/shell-word';

/** The key in the page's cURL (3.1). The mock takes any key. */
const API_KEY = 'api_key_secret';

/** An argument of the client. The contract may have changed since this file was type-checked. */
type Loose = Record<string, unknown>;

/**
 * Cancels the contract's example order at the mock, through the built client.
 *
 * @returns the text to print: the order, and the same request with curl
 * @throws {Error} with one sentence, if the client does not confirm the cancel
 */
export async function cancelExampleOrder(mockUrl: string): Promise<string> {
  const contract = await loadContract();
  const { orderCode, cancels } = contract;
  const code = String(orderCode.example);
  const [example] = Object.values(contract.request.examples);
  const body = Object(example?.value) as Loose;
  const statusFields = contract.request.fields
    .filter((field) => field.cancels !== undefined)
    .map(({ name }) => name);
  const others = Object.entries(body).filter(([name]) => !statusFields.includes(name));
  const status =
    statusFields.map((name) => body[name]).find((value) => cancels.includes(String(value))) ?? cancels[0];

  const options: Loose = { apiKey: API_KEY, baseUrl: mockUrl, ...parameterOptions(contract) };
  const channel = createChannelClient(options as unknown as ChannelClientOptions);
  const input: Loose = { ...Object.fromEntries(others), status };
  const result = await channel.cancelTourOrder(code, input as never);
  if (!result.ok) throw new Error(`The example order was not cancelled at the mock. ${result.error.message}`);
  return [
    `The built client cancelled the order ${code}:`,
    JSON.stringify(result.order, null, 2),
    '',
    'The same with curl:',
    ...curl(contract, mockUrl, body),
  ].join('\n');
}

/** The examples of the required headers and query parameters. */
function parameterOptions({ headers, query }: Contract): Loose {
  const examples = (parameters: readonly Parameter[]) =>
    Object.fromEntries(
      parameters.filter(({ required }) => required).map(({ name, example }) => [name, example]),
    );
  return {
    ...(headers.length > 0 ? { headers: examples(headers) } : {}),
    ...(query.length > 0 ? { query: examples(query) } : {}),
  };
}

function curl(contract: Contract, mockUrl: string, body: Loose): string[] {
  const { method, orderCode, headers } = contract;
  const credential = `${schemeOf(contract)} ${API_KEY}`.trimStart();
  const sent = Object.entries(requiredExamples(headers)).map((header) => header.join(': '));
  return [
    `curl -X ${method} ${shellWord(mockUrl + targetOf(contract, String(orderCode.example)))} \\`,
    ...[`Authorization: ${credential}`, 'Content-Type: application/json', ...sent].map(
      (line) => `  -H ${shellWord(line)} \\`,
    ),
    `  -d ${shellWord(JSON.stringify(body))}`,
  ];
}
