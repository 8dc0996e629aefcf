import type { components } from '@ax-cloud/channel-client';

/** The part of the client that Redocly generates that the benchmark calls. It is made anew for every run. */
export declare function cancelTourOrder(args: {
  path: { ax_order_code: string };
  body: components['schemas']['CancelRequest'];
}): Promise<components['schemas']['CancelledOrder']>;

export declare function configure(config: {
  serverUrl: string;
  auth: { apiKey: Record<string, string> };
}): void;
