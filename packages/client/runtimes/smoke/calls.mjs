/**
 * Makes one call that succeeds and three that fail, with the client as the runtime has loaded it.
 *
 * @param createChannelClient what the packed package exports
 * @param places the servers, order codes and key that provoke each answer
 * @returns what came of each call, and what the runtime says it is
 */
export async function callAll(createChannelClient, places) {
  const { mock, refusing, order, unknownOrder, invalidKey } = places;

  async function cancel(baseUrl, apiKey, code) {
    const channel = createChannelClient({ apiKey, baseUrl });
    const result = await channel.cancelTourOrder(code, { status: 'Traveler cancel', comment: '여행자 취소' });
    if (result.ok) return result;
    const { kind, outcome } = result.error;
    return { ok: false, kind, outcome };
  }

  return {
    // Node.js has a user agent from version 21 on.
    runtime: globalThis.navigator?.userAgent ?? `Node.js/${globalThis.process.versions.node}`,
    cancelled: await cancel(mock, 'key', order),
    notFound: await cancel(mock, 'key', unknownOrder),
    forbidden: await cancel(mock, invalidKey, order),
    refused: await cancel(refusing, 'key', order),
  };
}
