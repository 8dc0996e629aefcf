import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setUp } from './contenders.ts';
import { type Timing, timeInRounds } from './rounds.ts';

/** Times the contenders end to end, one call at a time, against one plain server in a process of its own. */
export async function timeOverLoopback(): Promise<Map<string, Timing>> {
  const server = fork(new URL('server.ts', import.meta.url));
  try {
    const [port] = await once(server, 'message');
    const contenders = await setUp(`http://127.0.0.1:${port}`, false);
    return await timeInRounds(contenders, { warmUps: 20, rounds: 300, calls: 20 });
  } finally {
    server.kill();
  }
}
