import cluster from 'node:cluster';
import { loadContract } from '@ax-cloud/contract/contract';
import packageJson from '../package.json' with { type: 'json' };
import { ContractFileError, readContractFile, watchContractFile } from './contract-file.ts';
import { createLineWriter } from './lines.ts';
import { ListenError } from './listen.ts';
import { createLog, NO_LOG } from './log.ts';
import { type MockOptions, type RunningMock, startMock } from './mock.ts';
import { listScenarios } from './scenarios.ts';
import type { Settings } from './settings.ts';
import { createSharedRecorder, type ToWorker, tellPrimary } from './shared-recorder.ts';
import { startWorkers, WorkerError } from './workers.ts';

/** Does what the command line says, until a signal ends it. */
export async function run(settings: Settings): Promise<void> {
  const { port, host, workers, contract: path } = settings;
  const contract = path === undefined ? loadContract : () => readContractFile(path);
  const line = createLineWriter(process.stdout);
  const log = settings.log === 'off' ? NO_LOG : createLog(line, settings.log);
  const options = {
    port,
    host,
    contract,
    log: settings.log === 'off' ? ('off' as const) : line,
    logFormat: settings.log === 'off' ? ('pretty' as const) : settings.log,
  };

  try {
    if (settings.show === 'scenarios') console.log(listScenarios(await contract()).join('\n'));
    else if (settings.show === 'version')
      console.log(`${packageJson.version} (contract ${(await contract()).version})`);
    else if (cluster.isWorker) await work(options);
    else if (workers === 1) serve(await startMock(options), settings);
    else {
      const mock = await startWorkers(workers, log.say);
      log.say(`AX Cloud mock on ${mock.url}, ${workers} workers. ${mock.url}/_mock/health is its health.`);
      serve(mock, settings);
    }
  } catch (error) {
    if (!isExpected(error)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Keeps a mock running: signals end it, a parent may steer it, and a change of the contract's file reaches it. */
function serve(mock: RunningMock, { contract, watch }: Settings): void {
  const stopWatching =
    watch && contract !== undefined ? watchContractFile(contract, () => void reload(mock)) : () => {};

  async function stop(): Promise<void> {
    stopWatching();
    await mock.close();
    // The channel to a parent would keep this process alive.
    if (process.connected) process.disconnect();
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

  // `pnpm start` runs the mock as a child: it waits for the address, and says when the contract has changed. Signals
  // would not do, because Windows has none to spare.
  if (process.send === undefined) return;
  process.on('message', (message) => {
    if (message === 'reload') void reload(mock);
  });
  process.once('disconnect', stop);
  process.send({ ready: mock.url });
}

/** Is one of several processes that answer. The first one steers it and takes the signals. */
async function work(options: MockOptions & { log: 'off' | ((line: string) => void) }): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  const recorder = createSharedRecorder();
  // What concerns all workers is said once, by the first process.
  let quiet = true;
  const write = options.log;
  const log = write === 'off' ? write : (text: string) => quiet || write(text);
  let mock: RunningMock;
  try {
    mock = await startMock({ ...options, log }, recorder);
    quiet = false;
  } catch (error) {
    if (!isExpected(error)) throw error;
    tellPrimary({ tells: 'failed', why: error.message });
    process.disconnect();
    return;
  }
  process.on('message', async (message: ToWorker) => {
    if (message.tells === 'reload') {
      quiet = true;
      await reload(mock);
      quiet = false;
    }
    if (message.tells === 'close') {
      await mock.close();
      process.disconnect();
    }
  });
  process.once('disconnect', () => void mock.close());
  tellPrimary({ tells: 'listening', url: mock.url, port: mock.port });
}

async function reload(mock: RunningMock): Promise<void> {
  try {
    await mock.reload();
  } catch (error) {
    console.error('The mock goes on with the contract it has, because the new one cannot be used:', error);
  }
}

function isExpected(error: unknown): error is Error {
  return error instanceof ListenError || error instanceof ContractFileError || error instanceof WorkerError;
}
