import { type CancelFailure, type CancelledOrder, createChannelClient } from '@ax-cloud/channel-client';

const channel = createChannelClient({ apiKey: () => 'key', environment: 'test', timeoutMs: 5000 });

export async function cancel(code: string, comment?: string): Promise<CancelledOrder | string> {
  const result = await channel.cancelTourOrder(code, { status: 'Unavoidable cancel', comment });
  if (result.ok) return result.order;
  return explain(result.error);
}

function explain(error: CancelFailure): string {
  switch (error.kind) {
    case 'forbidden':
    case 'not_found':
      return `${error.status}: ${error.detail}`;
    case 'invalid_request':
      return Object.keys(error.fields ?? {}).join(error.detail);
    case 'not_applied':
      return `${error.requested.ax_order_status}, not ${error.received.ax_order_status}`;
    case 'redirected':
      return error.location ?? '';
    case 'network':
      return error.code ?? '';
    default:
      return error.outcome === 'unknown' ? error.message : error.kind;
  }
}

export async function cancelRaw(): Promise<string | undefined> {
  const { data, error, response } = await channel.raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
    params: { path: { ax_order_code: 'order' } },
    body: { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' },
  });
  if (error) return `${response.status}: ${JSON.stringify(error)}`;
  return data.ax_order_status;
}
