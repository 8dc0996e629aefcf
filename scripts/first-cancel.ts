import { createChannelClient } from '@ax-cloud/channel-client';
import { loadContract } from '@ax-cloud/contract/contract';

/** The key of the page's cURL (3.1). The mock takes any. */
const API_KEY = 'api_key_secret';

/**
 * Cancels the contract's example order at the mock, through the built client.
 *
 * @returns what to print: the result, and a curl that repeats the request
 */
export async function cancelExampleOrder(mockUrl: string): Promise<string> {
  const { exampleOrderCode, request, path, method } = await loadContract();
  const body = request.examples.travelerCancel?.value as { ax_status: 'Traveler cancel'; comment: string };
  const channel = createChannelClient({ apiKey: API_KEY, baseUrl: mockUrl });
  const result = await channel.cancelTourOrder(exampleOrderCode, {
    status: body.ax_status,
    comment: body.comment,
  });
  if (!result.ok)
    throw new Error(`The example order could not be cancelled at the mock: ${result.error.message}`);
  return [
    `The built client cancelled the order ${exampleOrderCode}:`,
    JSON.stringify(result.order, null, 2),
    '',
    'The same with curl:',
    `curl -X ${method} '${mockUrl}${path.replace('{ax_order_code}', exampleOrderCode)}' \\`,
    `  -H 'Authorization: Token ${API_KEY}' -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}
