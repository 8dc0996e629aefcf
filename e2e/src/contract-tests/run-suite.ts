import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Given, writePairs } from './orders.ts';

/** What is read of the report `contract.json`. */
export interface Report {
  cases: { id: string; outcome: string }[];
  questions: { id: string; taken: string; reading: string | null }[];
}

/** One run of the contract tests. */
export interface SuiteRun {
  exitCode: number | null;
  /** Undefined when the run wrote none. */
  report: Report | undefined;
  /** The end of what it printed. */
  output: string;
}

/** The contract tests to run. Those of another checkout help to compare two versions. */
export interface Suite {
  main: string;
  /** Whether it takes order codes alone, and no pairs. */
  plainCodes: boolean;
}

export const SUITE: Suite = {
  main: fileURLToPath(new URL('../../../apps/contract-tests/src/main.ts', import.meta.url)),
  plainCodes: false,
};

/** Above the servers' ordinary time on a busy machine, below that of the slow one. */
const TIMEOUT_MS = '5000';

/** Runs the contract tests' command against a server, as their README says. */
export async function runSuite({ main, plainCodes }: Suite, origin: string, given: Given): Promise<SuiteRun> {
  const folder = mkdtempSync(join(tmpdir(), 'contract-report-'));
  try {
    const { apiKey, orders, foreign } = given;
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // A reporter or an argument of the surrounding test run is not meant for this one.
        NODE_OPTIONS: '',
        VITEST: undefined,
        GITHUB_STEP_SUMMARY: undefined,
        AX_BASE_URL: origin,
        AX_API_KEY: apiKey,
        AX_ORDER_CODES: plainCodes ? orders.map(({ axCode }) => axCode).join(',') : writePairs(orders),
        AX_FOREIGN_ORDER_CODE: foreign.axCode,
        AX_REPORT_DIR: folder,
        AX_TIMEOUT_MS: TIMEOUT_MS,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output = (output + data).slice(-4000);
      });
    }
    const [exitCode] = (await once(child, 'close')) as [number | null];
    const file = join(folder, 'contract.json');
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
    return { exitCode, report, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
