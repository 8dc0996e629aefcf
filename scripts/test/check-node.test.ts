import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('../check-node.mjs', import.meta.url));

/** Runs the check in a checkout with this name, on a Node.js that reports this version. */
function check(checkout: string, version = process.versions.node) {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const copy = join(folder, checkout, 'scripts');
  mkdirSync(copy, { recursive: true });
  cpSync(script, join(copy, 'check-node.mjs'));
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', pretend, join(copy, 'check-node.mjs')],
    { encoding: 'utf8' },
  );
  return { status, lines: `${stdout}${stderr}`.trimEnd().split('\n') };
}

test.each(['24.18.0', '24.21.0', '25.0.0'])('Node.js %s is new enough', (version) => {
  expect(check('checkout', version)).toEqual({ status: 0, lines: [''] });
});

test.each(['20.20.2', '22.12.0', '24.17.1'])(
  'Node.js %s is refused in one line that says what to do',
  (version) => {
    const { status, lines } = check('checkout', version);
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/24\.18 or later.*install scripts are off.*Install Node\.js/),
    ]);
    expect(lines[0]).toContain(version);
  },
);

test('a path with a "#" is refused in one line that says why', () => {
  const { status, lines } = check('a #1 checkout');
  expect(status).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/has a "#".*Move the checkout/)]);
});

test.each(['100% sure', 'with a space', '투어'])('a path with "%s" is accepted', (name) => {
  expect(check(name)).toEqual({ status: 0, lines: [''] });
});
