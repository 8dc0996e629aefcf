import { fork } from 'node:child_process';
import { once } from 'node:events';
import { BARE, CONTROL, LIBRARIES } from './libraries.ts';
import type { Timing } from './rounds.ts';

/** Times the libraries without a network: the global `fetch` responds at once. */
export async function timeStubbed(): Promise<Map<string, Timing>> {
  return timePairs();
}

/** Times the libraries end to end, one call at a time, against one plain server in a process of its own. */
export async function timeOverLoopback(): Promise<Map<string, Timing>> {
  const server = fork(new URL('server.ts', import.meta.url));
  try {
    const [port] = await once(server, 'message');
    return await timePairs(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
}

/** Times each library in a process of its own, one process after another. */
async function timePairs(baseUrl?: string): Promise<Map<string, Timing>> {
  const timings = new Map<string, Timing>();
  for (const { name } of LIBRARIES) {
    if (name === BARE) continue;
    const pair = await timePair(name, baseUrl);
    // Bare fetch takes part in every pair. Its own row is the one that stands beside the control.
    for (const [each, timing] of pair) if (each === name || name === CONTROL) timings.set(each, timing);
  }
  return timings;
}

async function timePair(name: string, baseUrl?: string): Promise<[string, Timing][]> {
  const child = fork(new URL('pair.ts', import.meta.url), baseUrl === undefined ? [name] : [name, baseUrl]);
  try {
    const [pair] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error(`${name} could not be timed. What its process printed says why.`);
      }),
    ]);
    return pair;
  } finally {
    child.kill();
  }
}
