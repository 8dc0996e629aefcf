const order = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
const status = 'Traveler cancel';
const { AX_API_KEY: apiKey, AX_BASE_URL: baseUrl = 'https://test.ax-cloud.com' } = process.env;

try {
  const response = await fetch(`${baseUrl}/v1/channel/orders/tour/${order}`, {
    method: 'PATCH',
    headers: { Authorization: `Token ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ax_status: status,
      channel_status: status,
      comment: '여행자의 개인 사정으로 인한 취소',
    }),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`HTTP ${response.status} ${answer}`);

  const cancelled = JSON.parse(answer);
  if (
    cancelled.ax_order_code !== order ||
    cancelled.ax_order_status !== status ||
    cancelled.channel_order_status !== status
  ) {
    throw new Error(`not the echo of the request: ${answer}`);
  }
  console.log(`Cancelled: ${order}`);
} catch (error) {
  console.error(
    `Not confirmed: ${error}. After 400, 403 or 404 nothing was cancelled; otherwise the result is unknown, so check the order.`,
  );
  process.exitCode = 1;
}
