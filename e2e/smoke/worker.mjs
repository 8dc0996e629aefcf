import { createChannelClient } from '@ax-cloud/channel-client';
import { createMockFetch } from '@ax-cloud/channel-client/testing';
import { callAll } from './calls.mjs';

export default {
  async test(_controller, { PLACES }) {
    console.log(JSON.stringify(await callAll({ createChannelClient, createMockFetch }, PLACES)));
  },
};
