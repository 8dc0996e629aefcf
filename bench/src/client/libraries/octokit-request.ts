import { request } from '@octokit/request';
import { API_KEY, BODY, ORDER_CODE, type Order, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  const api = request.defaults({ baseUrl, headers: { authorization: `Token ${API_KEY}` } });
  return async () => {
    const { data }: { data: Order } = await api('PATCH /v1/channel/orders/tour/{ax_order_code}', {
      ax_order_code: ORDER_CODE,
      ...BODY,
    });
    return data;
  };
};
