import { createChannelClient } from '@ax-cloud/channel-client';

const { AX_API_KEY: apiKey = '', AX_BASE_URL: baseUrl } = process.env;
const channel = createChannelClient({
  apiKey,
  timeoutMs: 10_000,
  ...(baseUrl === undefined ? { environment: 'test' } : { baseUrl }),
});

const result = await channel.cancelTourOrder('b9872ed4-12c5-4fb5-ae18-4f39b11ee912', {
  status: 'Traveler cancel',
  comment: '여행자의 개인 사정으로 인한 취소',
});

if (result.ok) {
  console.log(`Cancelled: ${result.order.ax_order_code}`);
} else {
  const { kind, outcome, message } = result.error;
  console.error(`Not confirmed (${kind}, ${outcome}): ${message}`);
  process.exitCode = 1;
}
