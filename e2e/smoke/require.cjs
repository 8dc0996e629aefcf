const { createChannelClient } = require('@ax-cloud/channel-client');
const { createMockFetch } = require('@ax-cloud/channel-client/testing');

import('./calls.mjs').then(async ({ callAll }) => {
  console.log(
    JSON.stringify(await callAll({ createChannelClient, createMockFetch }, JSON.parse(process.argv[2]))),
  );
});
