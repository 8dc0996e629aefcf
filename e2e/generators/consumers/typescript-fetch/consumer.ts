// Sends one cancel with the generated client, and prints the result as one line of JSON.
import {
  type CancelledOrder,
  Configuration,
  type ErrorDetail,
  ErrorDetailFromJSON,
  type InvalidRequest,
  InvalidRequestFromJSON,
  OrdersApi,
  type RequestedStatus,
  ResponseError,
} from './client/index.js';

const given = (name: string) => process.env[name] ?? '';
const { comment } = process.env;

const api = new OrdersApi(
  new Configuration({ basePath: given('BASE_URL'), apiKey: () => given('Authorization') }),
);
const sent = api.cancelTourOrderRaw({
  axOrderCode: given('ax_order_code'),
  cancelRequest: {
    axStatus: given('ax_status') as RequestedStatus,
    channelStatus: given('channel_status') as RequestedStatus,
    ...(comment !== undefined && { comment }),
  },
});
console.log(JSON.stringify(await sent.then(returned, raised)));

async function returned(response: Awaited<typeof sent>) {
  return { status: response.raw.status, raised: null, body: orderFields(await response.value()) };
}

async function raised(error: unknown) {
  const name = error instanceof Error ? error.name : typeof error;
  if (!(error instanceof ResponseError)) return { status: null, raised: name, body: null };
  const { status } = error.response;
  const body =
    status === 400
      ? messageFields(InvalidRequestFromJSON(await error.response.json()))
      : detailField(ErrorDetailFromJSON(await error.response.json()));
  return { status, raised: name, body };
}

function orderFields({ channelOrderCode, channelOrderStatus, axOrderCode, axOrderStatus }: CancelledOrder) {
  return {
    channel_order_code: channelOrderCode,
    channel_order_status: channelOrderStatus,
    ax_order_code: axOrderCode,
    ax_order_status: axOrderStatus,
  };
}

function detailField({ detail }: ErrorDetail) {
  return { detail };
}

/** JSON leaves out what is undefined. */
function messageFields({ detail, axStatus, channelStatus, comment, nonFieldErrors }: InvalidRequest) {
  return {
    detail,
    ax_status: axStatus,
    channel_status: channelStatus,
    comment,
    non_field_errors: nonFieldErrors,
  };
}
