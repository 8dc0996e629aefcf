import { API_KEY, BODY, ORDER_CODE, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => async () => {
  const response = await fetch(`${baseUrl}/v1/channel/orders/tour/${encodeURIComponent(ORDER_CODE)}`, {
    method: 'PATCH',
    headers: { Authorization: `Token ${API_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(BODY),
  });
  if (!response.ok) throw new Error(`fetch got ${response.status}.`);
  return response.json();
};
