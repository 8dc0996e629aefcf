import process from 'node:process';
import { createChannelClient } from '@ax-cloud/channel-client';
import { createMockFetch } from '@ax-cloud/channel-client/testing';
import { callAll } from './calls.mjs';

console.log(
  JSON.stringify(await callAll({ createChannelClient, createMockFetch }, JSON.parse(process.argv[2]))),
);
