import { createChannelClient } from '@ax-cloud/channel-client';
import { API_KEY, COMMENT, ORDER_CODE, type Setup, STATUS } from '../call.ts';

export const setup: Setup = (baseUrl) => {
  const channel = createChannelClient({ apiKey: API_KEY, baseUrl });
  return async () => {
    const result = await channel.cancelTourOrder(ORDER_CODE, { status: STATUS, comment: COMMENT });
    if (!result.ok) throw new Error(result.error.message);
    return result.order;
  };
};
