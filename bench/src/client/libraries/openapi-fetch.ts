import type { paths } from '@ax-cloud/channel-client';
import createClient from 'openapi-fetch';
import { API_KEY, BODY, ORDER_CODE, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: `Token ${API_KEY}` } });
  return async () => {
    const { data, response } = await client.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
      params: { path: { ax_order_code: ORDER_CODE } },
      body: BODY,
    });
    if (data === undefined) throw new Error(`openapi-fetch got ${response.status}.`);
    return data;
  };
};
