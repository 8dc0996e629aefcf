import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../faults/conditions/run-here.ts';
import { html } from '../faults/variant.ts';
import { contract, NOT_FOUND } from '../faults/words.ts';
import { ANNOUNCED, CASES, marked, reportFolder, runAgainst } from './run-against.ts';

test('diff shows the differences between runs in one table', async () => {
  const [before, after] = [reportFolder(), reportFolder()];
  await runAgainst({}, { AX_REPORT_DIR: before });
  await runAgainst(
    { notFound: (code) => (code === 'not-a-uuid' ? html(500) : NOT_FOUND) },
    { AX_REPORT_DIR: after },
  );
  const files = [before, after].map((folder) => join(folder, 'contract.json'));
  const { code, stdout } = await runHere({}, ['diff', ...files]);
  expect(stdout).toMatch(/^order\.malformed +passed +failed\n {4}127\.0\.0\.1:\d+: the server crashed: 500/m);
  expect(stdout).toMatch(/^verdict +passed +failed\norders cancelled +(\d+) +\1$/m);
  expect(stdout).not.toMatch(/^auth\.missing/m);
  expect(code).toBe(0);
  const all = await runHere({}, ['diff', '--all', ...files, ...files.slice(0, 1)]);
  expect(all.stdout).toMatch(/^order\.malformed +passed +failed +passed$/m);
  expect(all.stdout).toMatch(/^auth\.missing +passed +passed +passed$/m);
  const strict = await runHere({}, ['diff', '--exit-code', ...files]);
  expect(strict.code).toBe(1);
  const same = await runHere({}, ['diff', ...files.slice(0, 1), ...files.slice(0, 1)]);
  expect(same.stdout).toMatch(/^Nothing differs\.$/m);
  const one = await runHere({}, ['diff', ...files.slice(0, 1)]);
  expect(one.stderr).toMatch(/^diff takes two reports or more/);
  const wrong = await runHere({}, ['diff', join(before, 'junit.xml'), ...files.slice(1)]);
  expect(wrong.stderr).toMatch(/cannot be read as a report/);
  expect(wrong.code).toBe(2);
  const missing = await runHere({}, ['diff', join(before, 'nowhere.json'), ...files.slice(1)]);
  expect(missing.stderr).toMatch(
    /^There is no report \S+nowhere\.json\. Give a contract\.json from AX_REPORT_DIR\.$/m,
  );
});

const TYPES = `body.${contract.request.fields.at(-1)?.name}.type`;
const OF_TYPES = CASES.filter(({ id }) => id.startsWith(TYPES));

test('--only runs the selected cases and cancels only the orders that they need', async () => {
  const { code, stdout, server } = await runAgainst({}, {}, ['--only', `${TYPES},auth.missing`]);
  expect(OF_TYPES.length).toBeGreaterThan(2);
  expect(marked('[✓◦]', stdout).sort()).toEqual(['auth.missing', ...OF_TYPES.map(({ id }) => id)].sort());
  expect(server.cancelled().length).toBeLessThanOrEqual(1);
  expect(code).toBe(0);
  const wrong = await runHere({}, ['--only', 'nothing.such']);
  expect(wrong.stderr).toContain('--only nothing.such matches no case');
  expect(wrong.code).toBe(2);
});

test('--list prints every case with what it needs, and sends nothing', async () => {
  const { code, stdout, server } = await runAgainst({}, {}, ['--list']);
  const words = OF_TYPES.map(({ id, level, needs, title }) => [id, level, needs, title.en]);
  const lines = stdout.split('\n').map((line) => line.split(/ {2,}/));
  expect(lines).toEqual(expect.arrayContaining(words));
  expect(server.requests).toEqual([]);
  expect(code).toBe(0);
});

test('--plan shows which orders a run takes and what it sends to each, and sends nothing', async () => {
  const { code, stdout, server } = await runAgainst({}, {}, ['--plan']);
  expect(stdout).toContain(ANNOUNCED);
  expect(stdout).toMatch(
    /^order 2, cancelled by the other kind, without a comment; before that: altered keys and codes$/m,
  );
  const cancelling = CASES.filter(({ needs }) => needs === 'cancels-order').map(({ id }) => id);
  const planned = [...stdout.matchAll(/^ {2}cancels: (.*)$/gm)].flatMap(([, ids = '']) => ids.split(', '));
  expect(planned.sort()).toEqual(cancelling.sort());
  expect(server.requests).toEqual([]);
  expect(code).toBe(0);
});

test('-t runs the cases whose title matches, as vitest does', async () => {
  const { code, stdout } = await runAgainst({}, {}, ['-t', 'auth\\.(missing|empty)']);
  expect(marked('✓', stdout)).toEqual(['auth.missing', 'auth.empty']);
  expect(code).toBe(0);
});

test.each(['--list', '--plan'])('%s shows the cases that -t selects', async (option) => {
  const { code, stdout } = await runHere({}, [option, '-t', 'auth\\.(missing|empty)']);
  expect([...new Set(stdout.match(/auth\.[\w-]+/g))].toSorted()).toEqual(['auth.empty', 'auth.missing']);
  expect(code).toBe(0);
});

test.each([
  ['no-such-title', 'matches no case'],
  ['(', 'is not a regular expression'],
])('-t %s is refused: it %s', async (pattern, why) => {
  const { code, stderr } = await runHere({}, ['-t', pattern]);
  expect(stderr).toMatch(new RegExp(`^-t .* ${why}\\.`));
  expect(code).toBe(2);
});

test('--only @failed runs the cases that failed in the last report, and --quiet prints only failures', async () => {
  const folder = reportFolder();
  const change = { notFound: (code: string) => (code === 'not-a-uuid' ? html(500) : NOT_FOUND) };
  await runAgainst(change, { AX_REPORT_DIR: folder });
  const again = await runAgainst(change, { AX_REPORT_DIR: folder }, ['--only', '@failed', '--quiet']);
  expect(marked('[✓◦✗–]', again.stdout)).toEqual(['order.malformed']);
  expect(again.code).toBe(1);
  const mended = await runAgainst({}, { AX_REPORT_DIR: folder }, ['--only', '@failed', '--quiet']);
  expect(marked('[✓◦✗–]', mended.stdout)).toEqual([]);
  expect(mended.stdout).toMatch(/^passed: The selected case passed; \d+ others were not run\.$/m);
  expect(mended.code).toBe(0);
});
