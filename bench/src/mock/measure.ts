import { median } from '../median.ts';
import { CONTENDERS, type Contender } from './contenders.ts';
import { load } from './load.ts';
import { start } from './running.ts';

/** All that was measured of one contender. */
export interface Row {
  name: string;
  startMs: number;
  perSecond: number;
  p99: number;
  /** MB after each hundred thousand requests. */
  memory: number[];
  /** How many of all requests got no success. */
  failed: number;
}

const STARTS = 7;
const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP = 3000;
const MANY = 100_000;

/** Measures all contenders in turns, so that whatever slows the machine down slows all of them down. */
export async function measure(say: (text: string) => void): Promise<Row[]> {
  say('Starting each …');
  const starts = await inTurns(STARTS, async (contender) => {
    const running = await start(contender);
    await running.stop();
    return running.startMs;
  });

  say('Sending as much as each one takes …');
  const running = new Map<string, Awaited<ReturnType<typeof start>>>();
  try {
    for (const contender of CONTENDERS) {
      const one = await start(contender);
      running.set(contender.name, one);
      await load(one.url, { amount: WARM_UP });
    }
    const loads = await inTurns(ROUNDS, ({ name }) => load(urlOf(name), { duration: SECONDS }));

    function urlOf(name: string): string {
      const found = running.get(name);
      if (found === undefined) throw new Error(`"${name}" is not running.`);
      return found.url;
    }

    for (const one of running.values()) await one.stop();
    say('Sending a hundred thousand to each …');
    const rows: Row[] = [];
    for (const contender of CONTENDERS) {
      const measured = loads.get(contender.name) ?? [];
      const { memory, failed } = await measureMemory(contender);
      rows.push({
        name: contender.name,
        startMs: median(starts.get(contender.name) ?? []),
        perSecond: median(measured.map(({ perSecond }) => perSecond)),
        p99: median(measured.map(({ p99 }) => p99)),
        memory,
        failed: failed + measured.reduce((sum, one) => sum + one.failed, 0),
      });
    }
    return rows;
  } finally {
    for (const one of running.values()) await one.stop();
  }
}

async function measureMemory(contender: Contender): Promise<Pick<Row, 'memory' | 'failed'>> {
  const running = await start(contender);
  try {
    const memory: number[] = [];
    let failed = 0;
    for (let times = 0; times < contender.hundredThousands; times += 1) {
      failed += (await load(running.url, { amount: MANY })).failed;
      memory.push(await running.memory());
    }
    return { memory, failed };
  } finally {
    await running.stop();
  }
}

async function inTurns<Value>(
  rounds: number,
  once: (contender: Contender) => Promise<Value>,
): Promise<Map<string, Value[]>> {
  const values = new Map<string, Value[]>(CONTENDERS.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const contender of CONTENDERS) values.get(contender.name)?.push(await once(contender));
  return values;
}
