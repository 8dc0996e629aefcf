import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

/** Listens, and never accepts: the loop of this process stands still. */
const PROGRAM = `
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  require('node:fs').writeSync(1, String(server.address().port));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/**
 * Starts a server whose queue of connections is full, so that the system drops every further attempt, as a firewall does.
 * Works on Linux.
 */
export async function fillBacklog(): Promise<{ url: string; close(): Promise<void> }> {
  const child = spawn(process.execPath, ['-e', PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout, 'data');
  const filling = Array.from({ length: 4 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}));
  // The first ones are taken into the queue; the last ones wait in vain.
  await once(filling[0] ?? child, 'connect');
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of filling) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}
