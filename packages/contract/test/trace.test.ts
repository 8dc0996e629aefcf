import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { loadLedger } from '../src/ledger.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const spec = fileURLToPath(new URL('.', import.meta.resolve('@ax-cloud/channel-spec/source.yaml')));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs `trace` on a copy of the two packages in which one text of the ledger is replaced throughout. */
function trace(was = '', becomes = '') {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  folders.push(folder);
  for (const part of ['package.json', 'src'])
    cpSync(join(here, part), join(folder, part), { recursive: true });
  // Beside node_modules, in which Node.js would not run TypeScript.
  const [modules, copy] = [join(folder, 'node_modules'), join(folder, 'spec')];
  mkdirSync(join(modules, '@ax-cloud'), { recursive: true });
  mkdirSync(copy);
  symlinkSync(copy, join(modules, '@ax-cloud/channel-spec'));
  for (const part of ['package.json', 'openapi.yaml', 'rules']) {
    cpSync(join(spec, part), join(copy, part), { recursive: true });
  }
  for (const name of ['yaml', 'jsonpath-rfc9535'])
    symlinkSync(join(here, 'node_modules', name), join(modules, name));
  const ledger = readFileSync(join(spec, 'source.yaml'), 'utf8');
  expect(ledger, 'source.yaml no longer holds the text that this test breaks').toContain(was);
  writeFileSync(join(copy, 'source.yaml'), ledger.replaceAll(was, becomes));
  return spawnSync(process.execPath, ['--no-warnings', 'src/trace.ts'], { cwd: folder, encoding: 'utf8' });
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
  const { status, stderr } = trace('#/servers/test/url', '#/servers/staging/url');
  expect(stderr).toMatch(/Statement "endpoint-test-url" points at #\/servers\/staging\/url/);
  expect(status).toBe(1);
});

it('ends with 1 and names the question and the evidence that does not exist', () => {
  const { status, stderr } = trace('- id: ticket-cancel', '- id: ticket-cancellation');
  expect(stderr).toMatch(/Question "order-code-in-path" names the evidence "ticket-cancel"/);
  expect(status).toBe(1);
});
