import { CommandError } from '@ax-cloud/contract/command-error';
import {
  ContractError,
  readContractFile,
  readOwnContract,
  unusable,
  watchContractFile,
} from './contract-file.ts';
import { createLineWriter } from './lines.ts';
import { type RunningMock, startMock } from './mock.ts';
import { OWN_CONTRACT } from './own-files.ts';
import type { Settings } from './settings.ts';

/** Runs a mock with the settings of the command line, until a signal ends it. */
export async function run(settings: Settings): Promise<void> {
  const { port, host, cors, anyCode, contract: path } = settings;
  const contract = path === undefined ? readOwnContract : () => readContractFile(path);
  const line = createLineWriter(process.stdout);
  const options = {
    port,
    host,
    cors,
    anyCode,
    contract,
    log: settings.log === 'off' ? ('off' as const) : line,
    logFormat: settings.log === 'off' ? ('pretty' as const) : settings.log,
  };

  try {
    serve(await startMock(options), settings);
  } catch (error) {
    console.error(explain(error, settings));
    process.exit(1);
  }
}

/** Connects a running mock to signals, to a parent process, and to changes of the contract's file. */
function serve(mock: RunningMock, settings: Settings): void {
  const { contract, watch } = settings;
  const stopWatching =
    watch && contract !== undefined
      ? watchContractFile(contract, () => void reload(mock, settings))
      : () => {};

  async function stop(): Promise<void> {
    stopWatching();
    await mock.close();
    // The channel to a parent process would keep this process alive.
    if (process.connected) process.disconnect();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

  // `pnpm start` runs the mock as a child process, waits for its address, and sends a message when the contract has changed. It
  // cannot use a signal for that, because Windows has none.
  if (process.send === undefined) return;
  process.on('message', (message) => {
    if (message === 'reload') void reload(mock, settings);
  });
  process.once('disconnect', stop);
  process.send({ ready: mock.url });
}

async function reload(mock: RunningMock, settings: Settings): Promise<void> {
  try {
    await mock.reload();
  } catch (error) {
    console.error(`Keeping the previous contract; the new one is invalid: ${explain(error, settings)}`);
  }
}

/**
 * The message of an error that the user can correct, in one line.
 *
 * @throws {unknown} the error itself if it is a fault of the mock
 */
function explain(error: unknown, { contract = OWN_CONTRACT }: Settings): string {
  if (error instanceof ContractError) return unusable(contract, error.cause).message;
  if (error instanceof CommandError) return error.message;
  throw error;
}
