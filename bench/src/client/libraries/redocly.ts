import { cancelTourOrder, configure } from '#redocly';
import { API_KEY, BODY, ORDER_CODE, type Setup } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  configure({ serverUrl: baseUrl, auth: { apiKey: { apiKey: `Token ${API_KEY}` } } });
  return () => cancelTourOrder({ path: { ax_order_code: ORDER_CODE }, body: BODY });
};
