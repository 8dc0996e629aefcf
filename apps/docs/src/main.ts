/** Serves the built docs until a signal: `AX_DOCS_PORT` (4020), `AX_DOCS_HOST` (127.0.0.1). */
import { usageExitCode } from '@ax-cloud/contract/command-line';
import { startDocs } from './serve.ts';

const USAGE = `pnpm site   builds the docs and serves them on http://127.0.0.1:4020 until Ctrl-C (AX_DOCS_PORT, AX_DOCS_HOST);
            --reading question=reading,… shows them in other readings`;

const usage = usageExitCode(process.argv.slice(2), USAGE);
if (usage !== undefined) process.exit(usage);

try {
  const { AX_DOCS_PORT = '4020', AX_DOCS_HOST: host = '127.0.0.1' } = process.env;
  if (!/^\d{1,5}$/.test(AX_DOCS_PORT) || Number(AX_DOCS_PORT) > 65535) {
    throw new Error(`AX_DOCS_PORT is "${AX_DOCS_PORT}". Give a port between 0 and 65535, for example 4020.`);
  }
  const docs = await startDocs({ port: Number(AX_DOCS_PORT), host });
  const stop = async () => {
    await docs.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // The parent process has ended.
  process.once('disconnect', stop);
  // Last, because a program that reads this may stop the server at once.
  console.log(`Docs: ${docs.url} (한국어), ${docs.url}en/ (English)`);
  process.send?.({ ready: docs.url });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
