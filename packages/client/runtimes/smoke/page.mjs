import { createChannelClient } from '@ax-cloud/channel-client';
import { callAll } from './calls.mjs';

export const answer = (places) => callAll(createChannelClient, places);
