import { median } from '../median.ts';
import { type MockServer, SERVERS } from './compared.ts';
import { load } from './load.ts';
import { start } from './running.ts';

/** All that was measured of one server. */
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

/** Measures all servers in turns, so that whatever slows the machine down slows all of them down. */
export async function measure(say: (text: string) => void): Promise<Row[]> {
  say('Starting each …');
  const starts = await inTurns(STARTS, async (server) => {
    const running = await start(server);
    await running.stop();
    return running.startMs;
  });

  say('Sending as much as each one takes …');
  const running = new Map<string, Awaited<ReturnType<typeof start>>>();
  try {
    for (const server of SERVERS) {
      const one = await start(server);
      running.set(server.name, one);
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
    for (const server of SERVERS) {
      const measured = loads.get(server.name) ?? [];
      const { memory, failed } = await measureMemory(server);
      rows.push({
        name: server.name,
        startMs: median(starts.get(server.name) ?? []),
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

async function measureMemory(server: MockServer): Promise<Pick<Row, 'memory' | 'failed'>> {
  const running = await start(server);
  try {
    const memory: number[] = [];
    let failed = 0;
    for (let times = 0; times < server.hundredThousands; times += 1) {
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
  once: (server: MockServer) => Promise<Value>,
): Promise<Map<string, Value[]>> {
  const values = new Map<string, Value[]>(SERVERS.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const server of SERVERS) values.get(server.name)?.push(await once(server));
  return values;
}
