import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { runInHost } from '@ax-cloud/contract/programs/run-in-host';
import { afterEach, expect, test } from 'vitest';

const here = fileURLToPath(new URL('..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs `trace` on a copy of the package with one text in `key.yaml` replaced. */
function trace(was = '', becomes = '') {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'trace-')));
  folders.push(folder);
  for (const part of ['package.json', 'src', 'cases'])
    cpSync(join(here, part), join(folder, part), { recursive: true });
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'cases/key.yaml');
  const cases = readFileSync(file, 'utf8');
  expect(cases, 'key.yaml no longer holds the text that this test breaks').toContain(was);
  writeFileSync(file, cases.replaceAll(was, becomes));
  return runInHost({
    root: folder,
    cwd: folder,
    entry: join(folder, 'src/trace.ts'),
    args: [],
    env: process.env,
  });
}

test('trace prints every statement, every question and the totals within 120 columns', async () => {
  const { statements, questions } = await loadLedger();
  const takenOf = (question: string) => questions.find(({ id }) => id === question)?.taken;
  const { code, stdout, stderr } = await trace();
  const lines = stdout.split('\n');
  const names = lines.map((line) => line.split(' ')[0]);
  for (const { id } of [...statements, ...questions]) expect(names).toContain(id);
  expect(stdout).toMatch(new RegExp(`^statements carried by the contract +\\d+/${statements.length}$`, 'm'));
  expect(stdout).toMatch(/^endpoint-test-url +servers\/test\/url +order\.unknown$/m);
  const format = takenOf('authorization-format');
  expect(stdout).toMatch(new RegExp(`^authorization-format +ambiguity +${format} +auth\\.scheme-case$`, 'm'));
  expect(stdout).toMatch(/^comment-meaning .* – no request can$/m);
  expect(stdout).toMatch(/^test-orders .* – nobody$/m);
  // The contract's names may be longer than the page's and widen the table.
  const { request } = await loadContract();
  const longest = Math.max(...request.fields.map(({ name }) => name.length), 'channel_status'.length);
  const width = 120 + longest - 'channel_status'.length;
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('trace exits with 1 and names the case that proves an unknown statement', async () => {
  const { code, stderr } = await trace('[detail-key-needed]', '[detail-key-unneeded]');
  expect(stderr).toMatch(
    /^Case "auth\.wrong-key" proves the statement "detail-key-unneeded", which does not/m,
  );
  expect(code).toBe(1);
});

test('trace exits with 1 and names the case that asks an unknown question', async () => {
  const { code, stderr } = await trace('authorization-format: {}', 'authorization-spelling: {}');
  expect(stderr).toMatch(
    /^Case "auth\.two-spaces" asks the question "authorization-spelling", which does not/m,
  );
  expect(code).toBe(1);
});
