import type { paths } from '@ax-cloud/channel-client';
import { createChannelClient } from '@ax-cloud/channel-client';
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import { ofetch } from 'ofetch';
import createOpenApiClient from 'openapi-fetch';
import { KEY } from '../../../packages/client/test/faults/keys.ts';
import { BODY, ORDER_CODE, type Order, STATUS } from '../client/call.ts';

/** One library in usual use: it cancels the order as its own README teaches, and throws or returns what it does. */
export interface Peer {
  name: string;
  package: string;
  /**
   * Makes a client of a server, with which the order can be cancelled again and again.
   *
   * @returns what the program takes for the cancelled order
   * @throws what the library throws, or gives in place of a result
   */
  setUp(baseUrl: string): () => Promise<unknown>;
}

const PATH = `/v1/channel/orders/tour/${encodeURIComponent(ORDER_CODE)}`;
const headers = { Authorization: `Token ${KEY}` };

export const PEERS: readonly Peer[] = [
  {
    name: 'this client',
    package: '@ax-cloud/channel-client',
    setUp(baseUrl) {
      const channel = createChannelClient({ apiKey: KEY, baseUrl });
      return async () => {
        const result = await channel.cancelTourOrder(ORDER_CODE, { status: STATUS, comment: BODY.comment });
        if (result.ok) return result.order;
        throw result.error;
      };
    },
  },
  {
    name: 'openapi-fetch',
    package: 'openapi-fetch',
    setUp(baseUrl) {
      const client = createOpenApiClient<paths>({ baseUrl, headers });
      return async () => {
        // It takes `data` for what it read of a 2xx, and `error` for the rest.
        const { data, error, response } = await client.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
          params: { path: { ax_order_code: ORDER_CODE } },
          body: BODY,
        });
        if (data !== undefined) return data;
        throw { status: response.status, error };
      };
    },
  },
  {
    name: 'ky',
    package: 'ky',
    setUp(baseUrl) {
      const api = ky.create({ baseUrl, headers });
      return () => api.patch(PATH.slice(1), { json: BODY }).json<Order>();
    },
  },
  {
    name: 'got',
    package: 'got',
    setUp(baseUrl) {
      return () => got.patch(baseUrl + PATH, { headers, json: BODY }).json<Order>();
    },
  },
  {
    name: 'axios',
    package: 'axios',
    setUp(baseUrl) {
      const api = axios.create({ baseURL: baseUrl, headers });
      return async () => (await api.patch<Order>(PATH, BODY)).data;
    },
  },
  {
    name: 'ofetch',
    package: 'ofetch',
    setUp(baseUrl) {
      const api = ofetch.create({ baseURL: baseUrl, headers });
      return () => api<Order>(PATH, { method: 'PATCH', body: BODY });
    },
  },
];
