import { cancelTourOrder, client } from '#hey-api';
import { API_KEY, BODY, ORDER_CODE, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  client.setConfig({ baseUrl, auth: `Token ${API_KEY}` });
  return async () => {
    const { data, error } = await cancelTourOrder({ path: { ax_order_code: ORDER_CODE }, body: BODY });
    if (data === undefined) throw new Error('The client that hey-api generated failed.', { cause: error });
    return data;
  };
};
