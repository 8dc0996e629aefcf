import { median } from '../median.ts';
import type { Cancel } from './call.ts';
import { BARE } from './libraries.ts';

/** What a library's calls took. */
export interface Timing {
  /** Microseconds for one call, the median of the rounds. */
  us: number;
  /** How many times bare fetch's time, the median of each round's own ratio. */
  ratio: number;
}

/** How much is measured. Every library makes `calls` calls, one after another, in each round. */
export interface Extent {
  warmUps: number;
  rounds: number;
  calls: number;
}

/**
 * Times the libraries in turns, so that whatever slows the machine down slows all of them down, and compares only
 * what ran in the same round.
 *
 * @throws whatever a library's call throws, naming the library
 */
export async function timeInRounds(
  libraries: ReadonlyMap<string, Cancel>,
  { warmUps, rounds, calls }: Extent,
): Promise<Map<string, Timing>> {
  const times = new Map<string, number[]>([...libraries.keys()].map((name) => [name, []]));
  const order = [...libraries];
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [name, cancel] of order) {
      const us = await timeCalls(cancel, calls).catch((cause: unknown) => {
        throw new Error(`${name} could not make the call, so nothing can be compared.`, { cause });
      });
      if (round >= 0) times.get(name)?.push(us);
    }
    // Every second round runs backwards, so that one library's garbage is not always collected in the same other one's time.
    order.reverse();
  }
  const bare = times.get(BARE) ?? [];
  return new Map(
    [...times].map(([name, own]) => [
      name,
      { us: median(own), ratio: median(own.map((us, round) => us / (bare[round] ?? Number.NaN))) },
    ]),
  );
}

async function timeCalls(cancel: Cancel, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) await cancel();
  return ((performance.now() - start) * 1000) / calls;
}
