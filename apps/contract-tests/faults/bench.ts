/**
 * Times whole runs against a local conforming server: the cases alone, and the command as QA starts it, with vitest and the
 * reports.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContract } from '@ax-cloud/contract/contract';
import { CONFORMING } from './conforming.ts';
import { startFaultServer } from './server.ts';
import { tryServer } from './try.ts';

const RUNS = 7;
const GOAL_MS = 2000;
const contract = await loadContract();
const folder = mkdtempSync(join(tmpdir(), 'contract-bench-'));
try {
  const cases = await time(async () => {
    await tryServer(contract, CONFORMING);
  });
  const command = await time(runCommand);
  console.log(`the cases alone        ${cases.join(' / ')} ms (least / median / most of ${RUNS})`);
  console.log(`the command, whole     ${command.join(' / ')} ms`);
  const [, median = Number.NaN] = command;
  console.log(
    `goal: under ${GOAL_MS} ms   ${median < GOAL_MS ? 'reached' : 'MISSED'}, ${Math.abs(GOAL_MS - median)} ms ${median < GOAL_MS ? 'to spare' : 'too much'}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

async function runCommand(): Promise<void> {
  const codes = Array.from({ length: 8 }, () => randomUUID());
  const server = await startFaultServer(CONFORMING, codes, randomUUID());
  try {
    const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
    const env = {
      ...process.env,
      AX_BASE_URL: server.url,
      AX_API_KEY: CONFORMING.key,
      AX_ORDER_CODES: codes.join(','),
      AX_REPORT_DIR: folder,
    };
    const child = spawn(process.execPath, [main], { env, stdio: 'ignore' });
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) throw new Error(`A run against a conforming server ended with ${code}.`);
  } finally {
    await server.close();
  }
}

/** @returns minimum, median and maximum of the runs in milliseconds, without a first run for warm-up */
async function time(work: () => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const start = performance.now();
    await work();
    if (run > 0) took.push(Math.round(performance.now() - start));
  }
  took.sort((one, other) => one - other);
  return [0, RUNS >> 1, RUNS - 1].map((index) => took[index] ?? Number.NaN);
}
