const { createChannelClient } = require('@ax-cloud/channel-client');

import('./calls.mjs').then(async ({ callAll }) => {
  console.log(JSON.stringify(await callAll(createChannelClient, JSON.parse(process.argv[2]))));
});
