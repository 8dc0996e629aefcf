/**
 * Calls with the package as the runtime has loaded it: one call succeeds, four fail, one goes through `raw`, and three
 * never leave the process.
 *
 * @param loaded what both entries of the packed package export
 * @param places the servers, and the values of the contract that the calls send
 * @returns the result of each call, and the name of the runtime
 */
export async function callAll({ createChannelClient, createMockFetch }, places) {
  const { mock, refusing, redirecting, environment, options, input, raw } = places;
  const { order, unknownOrder, resetting, invalidKey } = places;
  const create = (own) => createChannelClient({ apiKey: 'key', ...options, ...own });

  async function cancel(own, code) {
    const result = await create(own).cancelTourOrder(code, input);
    if (result.ok) return { ok: true, order: result.order };
    const { kind, outcome } = result.error;
    return { ok: false, kind, outcome };
  }

  /** Calls through `raw`, which loads openapi-fetch. */
  async function cancelRaw() {
    const { method, path, ...init } = raw;
    const { data, response } = await create({ baseUrl: mock }).raw[method](path, init);
    return { status: response.status, data };
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
    mockFetch: await cancel({ environment, fetch }, order),
    mockFetchNotFound: await cancel({ environment, fetch }, unknownOrder),
    mockFetchReset: await cancel({ environment, fetch }, resetting),
    sent: fetch.sent.map(({ method, url, headers: { authorization }, body }) => ({
      method,
      url,
      authorization,
      body,
    })),
  };
}
