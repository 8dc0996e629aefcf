import axios from 'axios';
import { API_KEY, BODY, ORDER_CODE, type Order, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl, stubbed) => {
  const api = axios.create({
    baseURL: baseUrl,
    headers: { Authorization: `Token ${API_KEY}` },
    // Its own choice in Node.js is `node:http`, which a stand-in for `fetch` does not reach.
    ...(stubbed ? { adapter: 'fetch' } : {}),
  });
  return async () => {
    const { data } = await api.patch<Order>(
      `/v1/channel/orders/tour/${encodeURIComponent(ORDER_CODE)}`,
      BODY,
    );
    return data;
  };
};
