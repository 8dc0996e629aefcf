import { enableCompileCache } from 'node:module';
import { ListenError } from './listen.ts';
import type { RunningMock } from './mock.ts';
import { readSettings, SettingsError } from './settings.ts';

// Prism is a thousand modules, so a second start is about a fifth shorter. Only what is imported later profits.
enableCompileCache();
const { startMock } = await import('./mock.ts');

let mock: RunningMock;
try {
  mock = await startMock({ ...readSettings(process.env), log: (line) => console.log(line) });
} catch (error) {
  if (!(error instanceof ListenError || error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

async function stop(): Promise<void> {
  await mock.close();
  // The channel to a parent would keep this process alive.
  if (process.connected) process.disconnect();
}

// `pnpm start` runs the mock as a child: it waits for the address, and says when the contract has changed. Signals
// would not do, because Windows has none to spare.
if (process.send !== undefined) {
  process.on('message', (message) => {
    if (message === 'reload') void reload();
  });
  process.once('disconnect', stop);
  process.send({ ready: mock.url });
}

async function reload(): Promise<void> {
  try {
    await mock.reload();
  } catch (error) {
    console.error('The mock goes on with the contract it has, because the new one cannot be used:', error);
  }
}
