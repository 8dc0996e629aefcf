import { createChannelClient } from '@ax-cloud/channel-client';
import express, { type Express } from 'express';

const channel = createChannelClient({
  apiKey: process.env.AX_API_KEY ?? '',
  baseUrl: process.env.AX_BASE_URL ?? '',
});

const STATUS = { not_sent: 503, rejected: 422, unknown: 502 };

export const app: Express = express();

app.post('/orders/:code/cancel', async (request, response) => {
  const result = await channel.cancelTourOrder(request.params.code, { status: 'Traveler cancel' });
  if (result.ok) {
    response.json({ status: result.order.ax_order_status });
  } else {
    const { kind, outcome } = result.error;
    response.status(STATUS[outcome]).json({ kind, outcome });
  }
});
