import { type Contract, loadContract } from '@ax-cloud/contract/contract';
import { documentedExamples, KEY, readRefusals } from '@ax-cloud/contract/refusals';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../src/downloads/postman.ts';
import { createCollection } from '../src/downloads/postman.ts';
import { expectedCancel } from './expected-cancel.ts';
import { readSite } from './site.ts';

const contract = await loadContract();

/** A request of the collection. */
interface Request {
  method: string;
  auth?: { type: string };
  header: { key: string; value: string; disabled?: boolean }[];
  url: { raw: string };
  body: { raw: string };
}

/** All items of a collection. `e2e` runs each of them against the mock. */
function itemsOf({ item }: Collection) {
  return item.flatMap((folder) => folder.item).map((one) => ({ ...one, request: one.request as Request }));
}

describe.each([
  ['ko', 'cancel-tour-order.ko.postman_collection.json'],
  ['en', 'cancel-tour-order.postman_collection.json'],
] as const)('The Postman collection in %s', (language, file) => {
  const read = async (): Promise<Collection> => JSON.parse(await readSite(file));

  it('calls the mock with a dummy key, unless its variables are changed', async () => {
    const { variable, auth, info } = await read();
    const values = Object.fromEntries(variable.map(({ key, value }) => [key, value]));
    expect(values).toEqual({
      base_url: 'http://127.0.0.1:4010',
      api_key: 'any-key-for-the-mock',
      [contract.orderCode.name]: contract.orderCode.example,
    });
    const { keyPrefix } = expectedCancel(contract);
    expect(JSON.stringify(auth)).toContain(`"${keyPrefix}{{api_key}}"`);
    expect(info.schema).toContain('/v2.1.0/');
  });

  it('has one request for each example, named by its summary', async () => {
    const own = await loadContract(language);
    const wanted = [
      ...Object.values(own.request.examples).map(({ summary }) => summary),
      ...documentedExamples(own).flatMap(({ summary, violation, provokedBy }) =>
        violation !== undefined || Object.keys(provokedBy).length > 0 ? [summary] : [],
      ),
    ];
    expect(
      itemsOf(await read())
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(wanted.toSorted());
  });

  it('sends the examples of the request unchanged, and does not follow redirects', async () => {
    const items = itemsOf(await read());
    const sent = items.map(({ request }) => request.body.raw);
    for (const { value } of Object.values(contract.request.examples))
      expect(sent).toContain(JSON.stringify(value, null, 2));
    for (const { protocolProfileBehavior, request } of items) {
      expect(protocolProfileBehavior).toEqual({ followRedirects: false });
      expect(request.method).toBe(contract.method);
      expect(request.url.raw).toMatch(/^\{\{base_url\}\}\//);
    }
  });

  it('tests each field that a success must repeat', async () => {
    const cancels = itemsOf(await read()).slice(0, Object.keys(contract.request.examples).length);
    for (const { event } of cancels) {
      const script = event.flatMap((one) => one.script.exec).join('\n');
      for (const [field, wanted] of Object.entries(contract.success.echoes))
        expect(script).toContain(`${field} ${language === 'ko' ? '값이' : 'equals'} ${wanted}`);
    }
  });

  it('sends no key in the request for a missing key, and a wrong key in the request for a wrong key', async () => {
    const own = await loadContract(language);
    const { missingKey, wrongKey } = readRefusals(own);
    const items = itemsOf(await read());
    const keyOf = (summary: string) => {
      const request = items.find(({ name }) => name === summary)?.request;
      const header = request?.header.find(({ key }) => key === 'Authorization');
      return { auth: request?.auth?.type, key: header?.value };
    };
    expect(keyOf(missingKey.summary)).toEqual({ auth: 'noauth', key: undefined });
    expect(keyOf(wrongKey[0].summary)).toEqual({ auth: 'noauth', key: wrongKey[0].provokedBy[KEY] });
  });
});

describe('A contract that the collection cannot follow', () => {
  it('is refused in one line if a field of the body provokes an example', () => {
    const responses = contract.responses.map((response) => ({
      ...response,
      examples: Object.fromEntries(
        Object.entries(response.examples).map(([name, example]) => [
          name,
          Object.keys(example.provokedBy).length === 0
            ? example
            : { ...example, provokedBy: { '$request.body#/comment': 'x' } },
        ]),
      ),
    }));
    const changed: Contract = { ...contract, responses };
    const { wrongKey } = readRefusals(contract);
    expect(wrongKey).not.toEqual([]);
    expect(() => createCollection(changed, 'en')).toThrow(/^[^\n]*\$request\.body#\/comment[^\n]*$/);
  });
});
