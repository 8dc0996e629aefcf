import { ORDER } from './call.ts';
import { setUp } from './contenders.ts';
import { type Timing, timeInRounds } from './rounds.ts';

/** Times the contenders without a network: the global `fetch` answers at once, so that only their own work remains. */
export async function timeStubbed(): Promise<Map<string, Timing>> {
  const text = JSON.stringify(ORDER);
  const realFetch = globalThis.fetch;
  globalThis.fetch = async () =>
    new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
  try {
    // Only now, because some take `fetch` at set-up.
    const contenders = await setUp('http://127.0.0.1', true);
    return await timeInRounds(contenders, { warmUps: 6, rounds: 60, calls: 500 });
  } finally {
    globalThis.fetch = realFetch;
  }
}
