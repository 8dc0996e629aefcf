import { ofetch } from 'ofetch';
import { API_KEY, BODY, ORDER_CODE, type Order, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  const api = ofetch.create({ baseURL: baseUrl, headers: { Authorization: `Token ${API_KEY}` } });
  return () =>
    api<Order>(`/v1/channel/orders/tour/${encodeURIComponent(ORDER_CODE)}`, { method: 'PATCH', body: BODY });
};
