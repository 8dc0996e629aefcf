import ky from 'ky';
import { API_KEY, BODY, ORDER_CODE, type Order, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  const api = ky.create({ baseUrl, headers: { Authorization: `Token ${API_KEY}` } });
  return () =>
    api.patch(`v1/channel/orders/tour/${encodeURIComponent(ORDER_CODE)}`, { json: BODY }).json<Order>();
};
