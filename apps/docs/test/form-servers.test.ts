import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadContract } from '@ax-cloud/contract/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { startCorsServer } from './cors-server.ts';
import { expectedCancel } from './expected-cancel.ts';
import { choose, OWN_KEY, openForm, part, sendForm } from './form-page.ts';
import { startJsonServer } from './servers.ts';
import { hasBrowser, inBrowser, shareVisit, visit } from './visit.ts';

const contract = await loadContract();
const expected = expectedCancel(contract);
const { status, body } = expected.response;
const MALFORMED = 'not what the contract describes';

/** A response that proves nothing: its name, status and body, and a part of the message that the form shows. */
type Wrong = readonly [name: string, status: number, body: string | Buffer, said: string];
const WRONG: readonly Wrong[] = [
  ['an order in another envelope', status, JSON.stringify({ status_code: status, data: body }), MALFORMED],
  ['malformed JSON', status, JSON.stringify(body).slice(1), MALFORMED],
  ['an HTML page', 403, '<h1>Forbidden</h1>', MALFORMED],
  ['bytes that are not UTF-8', 404, Buffer.from([0x7b, 0xff, 0x7d]), MALFORMED],
  [
    'a body of more than 1 MiB',
    status,
    JSON.stringify({ ...(body as object), more: 'x'.repeat(1 << 20) }),
    'larger than 1 MiB',
  ],
  ...expected.echoed.map(
    (field): Wrong => [
      `a different ${field}`,
      status,
      JSON.stringify(expected.altered(field)),
      `${field}: requested`,
    ],
  ),
];

describe.skipIf(!hasBrowser)(inBrowser('The form'), () => {
  const visited = shareVisit('en/index.html');
  beforeAll(() => openForm(visited().page, ''));

  it.each(WRONG)('reports an unknown outcome after %s', async (_, code, text, said) => {
    const server = await startCorsServer((_request, response) => response.writeHead(code).end(text));
    const { page } = visited();
    await part(page, 'server').fill(server.url);
    const verdict = await sendForm(page);
    await server.close();
    expect(verdict.outcome).toBe('unknown');
    expect(verdict.said).toContain(said);
    expect(server.received).toHaveLength(1);
  });

  it('sends what the contract says, and its curl command sends the same', async () => {
    const server = await startCorsServer((_request, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
    let command = '';
    await visit('en/index.html', async (page) => {
      await openForm(page, server.url);
      expect((await sendForm(page)).outcome).toBe('verified');
      await part(page, 'order').fill("A/1 2%?#&'é$HOME");
      await part(page, 'body').fill(`{ "note": "it's \\"so\\" $HOME \`ls\` 한글" }`);
      await sendForm(page);
      command = (await part(page, 'curl').textContent()) ?? '';
    });
    const { exitCode } = await run(command);
    await server.close();
    const [first, second, third] = server.received.map(({ method, target, headers, body }) => ({
      method,
      target,
      authorization: headers.authorization,
      type: headers['content-type'],
      body,
    }));
    expect(first).toEqual({
      method: expected.method,
      target: expected.target,
      authorization: expected.keyPrefix + OWN_KEY,
      type: 'application/json',
      body: JSON.stringify(expected.body, null, 2),
    });
    expect(exitCode).toBe(0);
    expect(third).toEqual(second);
  });

  it('never shows the key, even if a server sends it back', async () => {
    const key = 'k/1+y=f3c1e07a';
    const server = await startCorsServer(({ headers }, response) => {
      const sent = String(headers.authorization);
      response.setHeader('x-sent', `${sent} ${encodeURIComponent(sent)}`);
      response.writeHead(status).end(JSON.stringify({ ...(body as object), ax_order_code: sent, sent }));
    });
    await visit('en/index.html', async (page) => {
      await openForm(page, server.url, key);
      expect((await sendForm(page)).said).toContain('***');
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      for (const form of [key, encodeURIComponent(key)]) expect(html).not.toContain(form);
      expect(await part(page, 'headers').textContent()).toContain('x-sent: Token ***');
    });
    await server.close();
  });

  it('shows HTML in a response as text', async () => {
    const script = '<img src=x onerror="document.title=1"></code><b id=b>';
    const server = await startCorsServer((_request, response) =>
      response.writeHead(status).end(JSON.stringify({ ...(body as object), ax_order_status: script })),
    );
    await visit('en/index.html', async (page) => {
      await openForm(page, server.url);
      expect((await sendForm(page)).said).toContain(script.replaceAll('"', '\\"'));
      expect(await page.locator('.form img, .form #b').count()).toBe(0);
    });
    await server.close();
  });

  it("does not send the reader's key in a case that sets the key", async () => {
    const server = await startJsonServer(403, {});
    await visit('en/index.html', async (page) => {
      await openForm(page, server.url);
      await choose(page, '403 · The key is missing');
      expect(await part(page, 'key').isDisabled()).toBe(true);
      expect(await part(page, 'curl').textContent()).not.toContain('Authorization');
      await choose(page, '403 · The key is not valid');
      expect(await part(page, 'curl').textContent()).toContain("--header 'Authorization: Token invalid'");
      await choose(page, 'throttled');
      expect(await part(page, 'key').inputValue()).toBe(OWN_KEY);
    });
    await server.close();
  });
});

/** Runs a command in a shell that has exported the key. */
async function run(command: string): Promise<{ exitCode: unknown }> {
  const env = { PATH: process.env.PATH, AX_API_KEY: OWN_KEY };
  const [exitCode] = await once(spawn('sh', ['-c', command], { env }), 'close');
  return { exitCode };
}
