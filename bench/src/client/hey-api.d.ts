import type { components } from '@ax-cloud/channel-client';

/** The part of hey-api's client that the benchmark calls. The client is generated for every run. */
export declare function cancelTourOrder(options: {
  path: { ax_order_code: string };
  body: components['schemas']['CancelRequest'];
}): Promise<{ data?: components['schemas']['CancelledOrder']; error?: unknown }>;

export declare const client: { setConfig(config: { baseUrl: string; auth: string }): unknown };
