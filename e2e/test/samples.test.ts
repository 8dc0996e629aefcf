import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { MAVEN_DEPENDENCIES } from '../src/generators/toolchains.ts';
import { describeMissing, findMissing, MAVEN_WITH_JDK } from '../src/tools.ts';

const run = promisify(execFile);
const E2E = fileURLToPath(new URL('..', import.meta.url));
const DOCS = fileURLToPath(new URL('../../apps/docs/', import.meta.url));
const CACHE = join(E2E, 'node_modules/.cache/samples');
/** Enough to compile each sample seven times, and to run it about sixty times. */
const LIMIT_MS = 30 * 60_000;

/** Files by a pattern, and the version of Spring that they get: the first one that has a RestClient, and a late one. */
const RUNS: readonly [files: string, spring: string][] = [
  ['Cancel\\.(java|kt)', '6.1.21'],
  ['SpringCancel\\.java', '7.0.10'],
];

const missing = findMissing(MAVEN_WITH_JDK);

describe.skipIf(missing !== undefined)(
  `The code samples in Java and Kotlin${describeMissing(missing)}`,
  () => {
    test.each(RUNS)(
      '%s: pass the tests of the docs, with Spring %s',
      { timeout: LIMIT_MS },
      async (files, spring) => {
        const folder = join(CACHE, spring);
        const jars = join(folder, 'jars');
        await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        const properties = [`-Dspring.version=${spring}`, `-DoutputDirectory=${jars}`];
        await run('mvn', [
          '-q',
          '-B',
          '-f',
          join(E2E, 'samples/pom.xml'),
          `${MAVEN_DEPENDENCIES}:copy-dependencies`,
          ...properties,
        ]);

        const report = join(folder, 'report.json');
        const vitest = join(DOCS, 'node_modules/vitest/vitest.mjs');
        const config = join(E2E, 'samples/vitest.config.ts');
        const output = ['--reporter=json', `--outputFile=${report}`];
        await run(
          process.execPath,
          [vitest, 'run', '--root', DOCS, '--config', config, '-t', files, ...output],
          {
            cwd: DOCS,
            env: { ...process.env, AX_SAMPLE_JARS: jars },
            maxBuffer: 64 * 1024 * 1024,
          },
        ).catch(() => {});
        const { testResults } = JSON.parse(await readFile(report, 'utf8'));
        const results = testResults.flatMap(({ assertionResults }: Report) => assertionResults);
        const own = results.filter(({ fullName }: Result) => new RegExp(files).test(fullName));
        expect(own.filter(({ status }: Result) => status !== 'passed')).toEqual([]);
        expect(own.length).toBeGreaterThan(20);
      },
    );
  },
);

interface Result {
  fullName: string;
  status: string;
  failureMessages: string[];
}

interface Report {
  assertionResults: Result[];
}
