import { type ChannelClientOptions, createChannelClient } from '@ax-cloud/channel-client';
import { type Contract, loadContract, type Parameter } from '@ax-cloud/contract/contract';

/** The key of the page's cURL (3.1). The mock takes any. */
const API_KEY = 'api_key_secret';

/** Any argument of the client's: its types are those of the contract that it was generated from. */
type Loose = Record<string, unknown>;

/**
 * Cancels the contract's example order at the mock, through the built client.
 *
 * @returns what to print: the order, and a curl that repeats the request
 * @throws {Error} in one sentence, when the order is not proven to be cancelled
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

/** The declared headers and query parameters that are required, with their examples. */
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

function curl({ method, path, orderCode, headers, query }: Contract, mockUrl: string, body: Loose): string[] {
  const search = new URLSearchParams(
    query
      .filter(({ required }) => required)
      .map(({ name, example }): [string, string] => [name, String(example)]),
  ).toString();
  const url = mockUrl + path.replace(`{${orderCode.name}}`, encodeURIComponent(String(orderCode.example)));
  const sent = headers.filter(({ required }) => required).map(({ name, example }) => `${name}: ${example}`);
  return [
    `curl -X ${method} ${word(search === '' ? url : `${url}?${search}`)} \\`,
    ...[`Authorization: Token ${API_KEY}`, 'Content-Type: application/json', ...sent].map(
      (line) => `  -H ${word(line)} \\`,
    ),
    `  -d ${word(JSON.stringify(body))}`,
  ];
}

/** A text as one word of a shell. */
function word(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
