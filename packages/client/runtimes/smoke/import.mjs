import process from 'node:process';
import { createChannelClient } from '@ax-cloud/channel-client';
import { callAll } from './calls.mjs';

console.log(JSON.stringify(await callAll(createChannelClient, JSON.parse(process.argv[2]))));
