import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const TURBO = fileURLToPath(new URL('turbo.mjs', import.meta.url));

/** The name of each derived thing in the output, and the file that shows whether it changed. */
const DERIVED = {
  'English bundle': 'spec/dist/openapi.json',
  'Korean bundle': 'spec/dist/openapi.ko.json',
  types: 'packages/client/src/generated/openapi.d.ts',
  client: 'packages/client/dist/index.js',
  'Korean docs': 'apps/docs/dist/index.html',
  'English docs': 'apps/docs/dist/en/index.html',
  'open questions': 'apps/docs/dist/questions.html',
};

/** The outcome of a derivation. */
export interface Derivation {
  ok: boolean;
  /** Names from `DERIVED`. */
  changed: string[];
  seconds: number;
  /** What the tools printed. */
  output: string;
}

/** Lints the contract and derives everything from it. The first step that fails ends the derivation. */
export async function derive(): Promise<Derivation> {
  const started = performance.now();
  const before = await fingerprints();
  const { ok, output } = await runTurbo([
    'lint',
    'bundle',
    'generate',
    'build',
    '--output-logs=errors-only',
    '--log-prefix=none',
  ]);
  const after = await fingerprints();
  const changed = Object.keys(DERIVED).filter((_, index) => before[index] !== after[index]);
  return { ok, changed, output, seconds: (performance.now() - started) / 1000 };
}

async function fingerprints(): Promise<(string | undefined)[]> {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return Promise.all(
    Object.values(DERIVED).map((path) => readFile(new URL(path, root)).then(hash, () => undefined)),
  );
}

function runTurbo(args: string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const turbo = spawn(process.execPath, [TURBO, ...args], {
      cwd: fileURLToPath(root),
    });
    let output = '';
    for (const stream of [turbo.stdout, turbo.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    turbo.on('error', reject);
    turbo.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
