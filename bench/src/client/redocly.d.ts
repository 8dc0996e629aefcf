import type { components } from '@ax-cloud/channel-client';

/** The part of Redocly's client that the benchmark calls. The client is generated for every run. */
export declare function cancelTourOrder(args: {
  path: { ax_order_code: string };
  body: components['schemas']['CancelRequest'];
}): Promise<components['schemas']['CancelledOrder']>;

export declare function configure(config: {
  serverUrl: string;
  auth: { apiKey: Record<string, string> };
}): void;
