import { expect, onTestFinished, test } from 'vitest';
import { CONFORMING } from '../faults/conforming.ts';
import { type Send, sendWhole, startFaultServer } from '../faults/server.ts';
import { tryServer } from '../faults/try.ts';
import { contract } from '../faults/words.ts';
import { contractAfter, REQUIRED_PARAMETERS } from './edits.ts';
import { FOREIGN, marked, ORDERS, reportFolder, reportIn, run, runAgainst, start } from './run-against.ts';

test.each(['*', "'", 'api_key_secret', 'aba'])('a server with the valid key %s passes', async (key) => {
  const { code, stdout } = await runAgainst({ key }, { AX_API_KEY: key });
  expect(marked('✗', stdout)).toEqual([]);
  expect(code).toBe(0);
});

test('if a request kills the server, the reason names its case and the other cases are not run', async () => {
  const folder = reportFolder();
  const dying: Send = (response, bytes, reply, request) => {
    if (!request.url.includes('%FF')) return sendWhole(response, bytes, reply, request);
    response.socket?.destroy();
    void server.close();
  };
  const server = await start({}, dying);
  const { code } = await run(server.url, { AX_REPORT_DIR: folder, AX_CONCURRENCY: '1' });
  const { summary } = reportIn(folder);
  const [reason] = summary.reasons.filter(({ en }) => en.includes('went away'));
  expect(reason?.en).toMatch(/after request \d+ \(ECONNREFUSED\); the last case sent was order\.not-utf$/);
  expect(reason?.ko).toMatch(/\(ECONNREFUSED\)\. 마지막으로 보낸 항목: order\.not-utf$/);
  expect(summary.counts['not run']).toBeGreaterThan(100);
  expect(code).toBe(3);
});

test.each([1, 3])('at most AX_CONCURRENCY=%i requests are under way at a time', async (limit) => {
  let underWay = 0;
  let most = 0;
  const server = await startFaultServer(CONFORMING, ORDERS, FOREIGN, (...sent) => {
    underWay += 1;
    most = Math.max(most, underWay);
    setTimeout(() => {
      underWay -= 1;
      sendWhole(...sent);
    }, 5);
  });
  onTestFinished(() => server.close());
  const { code } = await run(server.url, { AX_CONCURRENCY: String(limit) });
  expect(most).toBe(limit);
  expect(code).toBe(0);
});

test('every request has the required parameters, except the one that omits a header', async () => {
  const edited = contractAfter(REQUIRED_PARAMETERS);
  const sent: string[] = [];
  await tryServer(edited, {
    ...CONFORMING,
    finish(reply, { method, url, headers }) {
      const query = new URL(url, 'http://x').searchParams;
      sent.push(JSON.stringify([method, headers['channel-code'], headers.trace, query.get('place')]));
      return reply;
    },
  });
  expect(sent.length).toBeGreaterThan(150);
  const methods = [contract.method, 'PUT', 'POST', 'DELETE', 'OPTIONS'];
  const expected = methods.map((method) => JSON.stringify([method, 'C-1', undefined, 'a b&c']));
  const without = JSON.stringify([contract.method, undefined, undefined, 'a b&c']);
  expect(sent.filter((one) => one === without)).toHaveLength(1);
  expect([...new Set(sent)].sort()).toEqual([...expected, without].sort());
});

test('requests name their sender, and cancels carry the id of the run', async () => {
  const agents = new Set<string | undefined>();
  const comments = new Set<string>();
  await runAgainst({
    finish(reply, { headers, bytes }) {
      agents.add(headers['user-agent']);
      for (const [id] of bytes.toString().matchAll(/contract-test [0-9a-f]{8}/g)) comments.add(id);
      return reply;
    },
  });
  expect([...agents]).toEqual([expect.stringMatching(/^ax-channel-contract-tests\/\d+\.\d+\.\d+$/)]);
  expect(comments.size).toBe(1);
});
