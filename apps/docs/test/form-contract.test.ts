import { startMock } from '@ax-cloud/channel-mock';
import { type Contract, loadContract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { describe, expect, it } from 'vitest';
import { makeForm } from '../src/form/make-form.ts';
import { loadTemplates, type Sample, samplesOf } from '../src/samples.ts';
import { startCorsServer } from './cors-server.ts';
import { type Edit, enveloped, otherPlace, otherValues } from './edited-contracts.ts';
import { expectedCancel } from './expected-cancel.ts';
import { changeForm, openForm, part, sendForm } from './form-page.ts';
import { hasBrowser, inBrowser, visit } from './visit.ts';

const original = await loadContract();
const scenarios = await loadScenarios();
const samples = samplesOf(original, await loadTemplates());
const edited = (edit: Edit) => readContract(edit(original.document) as unknown as OpenApiDocument);
const formOf = (contract: Contract, own: readonly Sample[] = samples) =>
  makeForm(contract, scenarios, own, 'en');

const EDITS: readonly [name: string, edit: Edit][] = [
  ['fields of every type', otherValues],
  ['another path, headers and query parameters', otherPlace],
  ['an order in an envelope', enveloped],
];

describe.skipIf(!hasBrowser)(inBrowser('After an edit of the contract'), () => {
  it.each(EDITS)('the form sends what the contract says and judges responses by it: %s', async (_, edit) => {
    const contract = edited(edit);
    const expected = expectedCancel(contract);
    const { status, body } = expected.response;
    let responseBody: unknown = body;
    const server = await startCorsServer((_request, response) =>
      response.writeHead(status).end(JSON.stringify(responseBody)),
    );
    await visit('en/index.html', async (page) => {
      await changeForm(page, () => formOf(contract));
      await openForm(page, server.url);
      for (const { name, required } of contract.request.fields) {
        const label = page.locator(`label[for="send/field/${name}"]`);
        expect(await label.textContent()).toBe(required ? `${name} required` : name);
      }
      expect((await sendForm(page)).outcome).toBe('verified');
      for (const field of expected.echoed) {
        responseBody = expected.altered(field);
        expect((await sendForm(page)).outcome).toBe('unknown');
      }
      // The order is in another place.
      responseBody = { further: body };
      expect((await sendForm(page)).outcome).toBe('unknown');
      // The form makes the body again from the fields; it must be the same.
      const [first] = contract.request.fields;
      await part(page, `field/${first?.name}`).dispatchEvent('input');
      await sendForm(page);
    });
    await server.close();
    const last = server.received.at(-1);
    for (const { method, target, headers, body: sent } of server.received) {
      expect({ method, target }).toEqual({ method: expected.method, target: expected.target });
      expect(headers).toMatchObject(expected.headers);
      expect(JSON.parse(sent)).toEqual(expected.body);
    }
    expect(last?.headers).not.toHaveProperty('x-trace');
  });

  it('the form gets the documented success from a mock of that contract', async () => {
    const contract = edited(enveloped);
    const mock = await startMock({ port: 0, cors: true, contract: async () => contract });
    await visit('index.html', async (page) => {
      await changeForm(page, () => formOf(contract));
      await openForm(page, mock.url);
      expect((await sendForm(page)).outcome).toBe('verified');
      expect(await part(page, 'status').textContent()).toBe('HTTP 201');
    });
    await mock.close();
  });
});

describe('A form that cannot follow the contract', () => {
  it('is refused in one line if the samples do not say how long to wait', () => {
    expect(() => formOf(original, [])).toThrow(
      /^No code sample says "--max-time".*spec\/samples\/curl\.sh\.$/,
    );
  });

  it('is refused in one line if a field of the body provokes an example', () => {
    const document = structuredClone(original.document) as unknown as OpenApiDocument;
    const contract = readContract(
      JSON.parse(
        JSON.stringify(document).replaceAll('$request.path.ax_order_code":"not', '$request.body#/x":"not'),
      ),
    );
    expect(() => formOf(contract)).toThrow(/^The docs cannot make .* "\$request\.body#\/x".*\.$/);
  });
});
