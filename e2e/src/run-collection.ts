import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Collection } from '@ax-cloud/channel-docs/postman';

/** What newman found in a run of a Postman collection. */
export interface CollectionRun {
  /** The names of the requests that were sent, with the status of each response. */
  requests: readonly { name: string; status: number | undefined }[];
  /** The names of the tests that ran. */
  tests: readonly string[];
  /** The tests that failed, and whatever else went wrong: where, and what newman said. */
  failures: readonly string[];
}

const NEWMAN = join(dirname(createRequire(import.meta.url).resolve('newman/package.json')), 'bin/newman.js');

/** Runs a collection with newman, Postman's own runner, in a process of its own. */
export async function runCollection(
  collection: Collection,
  variables: Readonly<Record<string, string>>,
): Promise<CollectionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'newman-'));
  try {
    const [file, report] = [join(folder, 'collection.json'), join(folder, 'report.json')];
    await writeFile(file, JSON.stringify(collection));
    const given = Object.entries(variables).flatMap(([name, value]) => ['--env-var', `${name}=${value}`]);
    const reporter = ['--reporters', 'json', '--reporter-json-export', report];
    // It ends with 1 when a test failed; the report says which.
    await promisify(execFile)(process.execPath, [NEWMAN, 'run', file, ...given, ...reporter]).catch(
      ({ code, stdout, stderr }) => {
        if (code !== 1) throw new Error(`newman ended with ${code}: ${stdout}${stderr}`);
      },
    );
    return summarize(JSON.parse(await readFile(report, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The parts of newman's report that are read here. */
interface Report {
  run: {
    executions: {
      item: { name: string };
      response?: { code: number };
      assertions?: { assertion: string }[];
    }[];
    failures: { source?: { name: string }; error: { test?: string; message: string } }[];
  };
}

function summarize({ run }: Report): CollectionRun {
  return {
    requests: run.executions.map(({ item, response }) => ({ name: item.name, status: response?.code })),
    tests: run.executions.flatMap(({ assertions = [] }) => assertions.map(({ assertion }) => assertion)),
    failures: run.failures.map(
      ({ source, error }) => `${source?.name ?? 'collection'}: ${error.test ?? ''} ${error.message}`,
    ),
  };
}
