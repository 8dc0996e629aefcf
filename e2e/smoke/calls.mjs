/**
 * Makes one call that succeeds and four that fail, one through `raw`, and three that never leave the process, with the
 * package as the runtime has loaded it.
 *
 * @param loaded what both entries of the packed package export
 * @param places the servers, order codes and key that provoke each response
 * @returns what came of each call, and what the runtime says it is
 */
export async function callAll({ createChannelClient, createMockFetch }, places) {
  const { mock, refusing, redirecting, order, unknownOrder, invalidKey } = places;
  const resetting = '00000000-0000-4000-8000-000000000002';

  async function cancel(options, code) {
    const channel = createChannelClient({ apiKey: 'key', ...options });
    const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel', comment: '여행자 취소' });
    if (result.ok) return result;
    const { kind, outcome } = result.error;
    return { ok: false, kind, outcome };
  }

  /** What loads openapi-fetch. */
  async function cancelRaw() {
    const { raw } = createChannelClient({ apiKey: 'key', baseUrl: mock });
    const { data, response } = await raw.PATCH('/v1/channel/orders/tour/{ax_order_code}', {
      params: { path: { ax_order_code: order } },
      body: { ax_status: 'Traveler cancel', channel_status: 'Unavoidable cancel' },
    });
    return [response.status, data?.channel_order_status];
  }

  const fetch = createMockFetch();
  return {
    // Node.js has a user agent from version 21 on.
    runtime: globalThis.navigator?.userAgent ?? `Node.js/${globalThis.process.versions.node}`,
    cancelled: await cancel({ baseUrl: mock }, order),
    notFound: await cancel({ baseUrl: mock }, unknownOrder),
    forbidden: await cancel({ baseUrl: mock, apiKey: invalidKey }, order),
    redirected: await cancel({ baseUrl: redirecting }, order),
    refused: await cancel({ baseUrl: refusing }, order),
    raw: await cancelRaw(),
    mockFetch: await cancel({ environment: 'production', fetch }, order),
    mockFetchNotFound: await cancel({ environment: 'production', fetch }, unknownOrder),
    mockFetchReset: await cancel({ environment: 'production', fetch }, resetting),
    sent: fetch.sent.map(
      ({ method, url, headers, body }) => `${method} ${url} ${headers.authorization} ${body.comment}`,
    ),
  };
}
