/**
 * `pnpm start`: derives everything from the contract, starts the mock and the docs, cancels one order through the built
 * client, and derives again on every save in `spec/`.
 */
import { fileURLToPath } from 'node:url';
import { usageExitCode } from '@ax-cloud/contract/command-line';
import { type Derivation, derive } from './derive.ts';
import { type Service, ServiceError, startService } from './service.ts';
import { watchContract } from './watch.ts';

// The requests of this process and its children stay on this machine, so they bypass a proxy.
process.env.NO_PROXY = [process.env.NO_PROXY, '127.0.0.1', 'localhost', '[::1]'].filter(Boolean).join(',');
process.env.no_proxy = process.env.NO_PROXY;

const USAGE = `pnpm start   derives everything, starts the mock (AX_MOCK_PORT, 4010) and the docs (AX_DOCS_PORT, 4020),
             cancels one order, and derives again on every save in spec/, until Ctrl-C`;

const say = (text: string) => console.log(text);
const services: Service[] = [];

async function stopAll(code: number): Promise<never> {
  await Promise.all(services.map((service) => service.stop()));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopAll(0));

const usage = usageExitCode(process.argv.slice(2), USAGE);
if (usage !== undefined) process.exit(usage);

say('Deriving bundles, types, client and docs from spec/openapi.yaml …');
const first = await derive();
if (!first.ok) {
  report(first);
  await stopAll(1);
}
say(`Derived in ${first.seconds.toFixed(1)} s.\n`);

try {
  // One at a time: if a port is busy, the next server does not start, and the error is the last line.
  for (const path of ['apps/mock/src/main.ts', 'apps/docs/src/main.ts'])
    services.push(await startService(path));
} catch (error) {
  if (!(error instanceof ServiceError)) throw error;
  await stopAll(1);
}
const [mock, docs] = services as [Service, Service];

// Imported here, because it imports the client that was just built.
const { cancelExampleOrder } = await import('./first-cancel.ts');
try {
  say(`\n${await cancelExampleOrder(mock.url)}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stopAll(1);
}
say(`Mock  ${mock.url}\nDocs  ${docs.url} (Korean), ${new URL('en/', docs.url).href} (English)\n`);
say('Watching spec/. Save a change to derive again; Ctrl-C stops everything.');

watchContract(fileURLToPath(new URL('../spec', import.meta.url)), async (files) => {
  say(`\nspec/${files.join(', spec/')} changed.`);
  const derivation = await derive();
  report(derivation);
  if (derivation.changed.length > 0) mock.reload();
});

function report({ ok, changed, seconds, problems }: Derivation): void {
  if (!ok) {
    console.error(problems);
    const kept = services.length === 0 ? '' : ', and the mock keeps the previous contract';
    console.error(`Deriving ended there${kept}. Correct the file.`);
  } else if (changed.length === 0) {
    say(`Nothing derived differs (${seconds.toFixed(1)} s).`);
  } else {
    // The mock says itself which contract it has read.
    say(`Derived again in ${seconds.toFixed(1)} s: ${changed.join(', ')}.`);
  }
}
