/**
 * Times one library beside bare fetch: an application has one client, and what nine others leave in the caches and on
 * the heap would slow the next one down.
 *
 * Its arguments are the library's name and the server's address, or no address for a stand-in for `fetch`. It sends the
 * timings to the process that started it.
 */
import { type Cancel, ORDER } from './call.ts';
import { BARE, findLibrary, setUp } from './libraries.ts';
import { type Extent, timeInRounds } from './rounds.ts';

// The warm-ups are long enough for the called code to be compiled before it counts.
const STUBBED: Extent = { warmUps: 6, rounds: 60, calls: 500 };
const LOOPBACK: Extent = { warmUps: 50, rounds: 300, calls: 20 };

const [name = '', baseUrl] = process.argv.slice(2);
if (baseUrl === undefined) replaceFetch();

const libraries = new Map<string, Cancel>();
// Only now, because some take `fetch` at set-up.
for (const each of [findLibrary(BARE), findLibrary(name)]) {
  libraries.set(each.name, await setUp(each, baseUrl));
}
process.send?.([...(await timeInRounds(libraries, baseUrl === undefined ? STUBBED : LOOPBACK))]);
process.disconnect();

/** Responds at once, so that only the library's own work remains. */
function replaceFetch(): void {
  const text = JSON.stringify(ORDER);
  globalThis.fetch = async () =>
    new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
}
