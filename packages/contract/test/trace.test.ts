import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { loadLedger } from '../src/ledger.ts';

const spec = fileURLToPath(new URL('..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs `trace` on a copy of the package in which one text of the ledger is replaced throughout. */
function trace(was = '', becomes = '') {
  const folder = mkdtempSync(join(tmpdir(), 'channel-spec-'));
  folders.push(folder);
  for (const part of ['package.json', 'openapi.yaml', 'src']) {
    cpSync(join(spec, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(spec, 'node_modules'), join(folder, 'node_modules'));
  const ledger = readFileSync(join(spec, 'source.yaml'), 'utf8');
  expect(ledger, 'source.yaml no longer holds the text that this test breaks').toContain(was);
  writeFileSync(join(folder, 'source.yaml'), ledger.replaceAll(was, becomes));
  return spawnSync(process.execPath, ['src/trace.ts'], { cwd: folder, encoding: 'utf8' });
}

it('prints every statement, every question and the share covered, in 120 columns', async () => {
  const { statements, questions } = await loadLedger();
  const { status, stdout, stderr } = trace();
  const lines = stdout.split('\n');
  const names = lines.map((line) => line.split(' ')[0]);
  for (const { id } of [...statements, ...questions]) expect(names).toContain(id);
  expect(stdout).toContain(`carried by the contract   ${statements.length}/${statements.length}`);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('ends with 1 and names the statement and the pointer that leads nowhere', () => {
  const { status, stderr } = trace('#/servers/0/url', '#/servers/9/url');
  expect(stderr).toMatch(/Statement "endpoint-test-url" points at #\/servers\/9\/url/);
  expect(status).toBe(1);
});

it('ends with 1 and names the question and the witness that does not exist', () => {
  const { status, stderr } = trace('- id: ticket-cancel', '- id: ticket-cancellation');
  expect(stderr).toMatch(/Question "order-code-in-path" names the witness "ticket-cancel"/);
  expect(status).toBe(1);
});
