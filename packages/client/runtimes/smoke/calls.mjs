/**
 * Makes one call that succeeds and four that fail, and one that never leaves the process, with the package as the runtime
 * has loaded it.
 *
 * @param loaded what both entries of the packed package export
 * @param places the servers, order codes and key that provoke each answer
 * @returns what came of each call, and what the runtime says it is
 */
export async function callAll({ createChannelClient, createMockFetch }, places) {
  const { mock, refusing, redirecting, order, unknownOrder, invalidKey } = places;

  async function cancel(options, code) {
    const channel = createChannelClient({ apiKey: 'key', ...options });
    const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel', comment: '여행자 취소' });
    if (result.ok) return result;
    const { kind, outcome } = result.error;
    return { ok: false, kind, outcome };
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
    rehearsed: await cancel({ environment: 'production', fetch }, order),
    rehearsedNotFound: await cancel({ environment: 'production', fetch }, unknownOrder),
    sent: fetch.sent.map(
      ({ method, url, headers, body }) => `${method} ${url} ${headers.authorization} ${body.comment}`,
    ),
  };
}
