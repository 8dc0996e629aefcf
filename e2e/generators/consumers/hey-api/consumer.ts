// Sends one cancel with the generated client, and prints the result as one line of JSON.
import { client } from './client/client.gen.js';
import { type CancelTourOrderError, cancelTourOrder, type RequestedStatus } from './client/index.js';

const given = (name: string) => process.env[name] ?? '';
const { comment } = process.env;

client.setConfig({ baseUrl: given('BASE_URL'), auth: () => given('Authorization') });
const { data, error, response } = await cancelTourOrder({
  path: { ax_order_code: given('ax_order_code') },
  body: {
    ax_status: given('ax_status') as RequestedStatus,
    channel_status: given('channel_status') as RequestedStatus,
    ...(comment !== undefined && { comment }),
  },
});
const body = data === undefined ? error && errorFields(error) : orderFields(data);
console.log(JSON.stringify({ status: response?.status ?? null, raised: null, body }));

function orderFields(order: NonNullable<typeof data>) {
  const { channel_order_code, channel_order_status, ax_order_code, ax_order_status } = order;
  return { channel_order_code, channel_order_status, ax_order_code, ax_order_status };
}

/** JSON leaves out what is undefined. */
function errorFields(error: CancelTourOrderError) {
  const { detail, ax_status, channel_status, comment, non_field_errors } = error;
  return { detail, ax_status, channel_status, comment, non_field_errors };
}
