import { createChannelClient } from '@ax-cloud/channel-client';
import { createMockFetch } from '@ax-cloud/channel-client/testing';
import { callAll } from './calls.mjs';

export const run = (places) => callAll({ createChannelClient, createMockFetch }, places);
