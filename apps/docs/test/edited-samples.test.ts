import { readFile } from 'node:fs/promises';
import { EXIT_CODES, fillSample } from '@ax-cloud/channel-spec/samples';
import { loadContract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, type Project, type RunSample } from './built-samples.ts';
import { type Edit, enveloped, otherPlace, otherValues } from './edited-contracts.ts';
import { expectedCancel } from './expected-cancel.ts';
import { SAMPLES, titleOf } from './runtimes.ts';
import { startJsonServer, startServer } from './servers.ts';

const KEY = 'key-of-the-tests';
const TEMPLATES = new URL('samples/', import.meta.resolve('@ax-cloud/channel-spec/openapi-source.yaml'));
const contract = await loadContract();
const original = contract.document;
const [refused] = readRefusals(contract).wrongKey;
const template = (file: string) => readFile(new URL(file, TEMPLATES), 'utf8');

let project: Project;
beforeAll(async () => {
  project = await makeProject();
});
afterAll(() => project.remove());

const EDITS: readonly [name: string, edit: Edit][] = [
  ['fields of every type, with every kind of value', otherValues],
  ['another method, path and order code, headers and query parameters', otherPlace],
  ['a 201 with the order in an envelope', enveloped],
];

/** The client's own sample is left out: it needs a client that is generated from the edited contract. */
const ALONE = SAMPLES.filter(({ file }) => file !== 'client.ts');

describe.each(EDITS)('After an edit of the contract: %s', (_name, edit) => {
  const document = edit(original);
  const expected = expectedCancel(readContract(document as unknown as OpenApiDocument));

  describe.each(ALONE.map((sample) => ({ sample, ...titleOf(sample) })))('$title', ({ sample, skipped }) => {
    let run: RunSample;
    beforeAll(async () => {
      if (skipped) return;
      run = await project.build(sample, fillSample(document, sample.lang, await template(sample.file)));
    });

    it.skipIf(skipped)('sends what the contract says, and accepts the documented success', async () => {
      const server = await startJsonServer(expected.response.status, expected.response.body);
      const { exitCode, stdout, stderr } = await run(server.url, KEY);
      await server.close();

      expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: EXIT_CODES.cancelled,
        stdout: `Cancelled: ${expected.order}\n`,
        stderr: '',
      });
      const [received, ...more] = server.received;
      expect(more).toEqual([]);
      expect(decoded(received?.target)).toEqual(decoded(expected.target));
      expect(received).toMatchObject({
        method: expected.method,
        headers: { ...expected.headers, authorization: expected.keyPrefix + KEY },
      });
      expect(JSON.parse(received?.body ?? '')).toEqual(expected.body);
    });

    it.skipIf(skipped)('does not accept a success with a different echo', async () => {
      for (const field of expected.echoed) {
        const server = await startJsonServer(expected.response.status, expected.altered(field));
        const { exitCode, stdout } = await run(server.url, KEY);
        await server.close();
        expect({ field, exitCode, stdout }).toEqual({ field, exitCode: EXIT_CODES.unknown, stdout: '' });
      }
    });

    it.skipIf(skipped)('recognizes a documented refusal', async () => {
      const server = await startJsonServer(refused.status, refused.value);
      const { exitCode, stderr } = await run(server.url, KEY);
      await server.close();
      expect({ exitCode, stderr }).toEqual({
        exitCode: EXIT_CODES.refused,
        stderr: expect.stringMatching(/^Refused: /),
      });
    });

    it.skipIf(skipped)('does not follow a redirect', async () => {
      const other = await startJsonServer(expected.response.status, expected.response.body);
      const server = await startServer((_received, _request, response) => {
        response.writeHead(302, { location: other.url }).end();
      });
      const { exitCode } = await run(server.url, KEY);
      await Promise.all([server.close(), other.close()]);
      expect({ exitCode, elsewhere: other.received }).toEqual({
        exitCode: EXIT_CODES.unknown,
        elsewhere: [],
      });
    });
  });
});

describe("The client's own sample", () => {
  it.each(EDITS)('passes to the client what the contract requires: %s', async (_, edit) => {
    const document = edit(original);
    const source = fillSample(document, 'TypeScript', await template('client.ts'));
    const { headers, statusFields, body } = expectedCancel(
      readContract(document as unknown as OpenApiDocument),
    );
    expect(/^ {2}headers: /m.test(source)).toBe(Object.keys(headers).length > 0);
    for (const name of Object.keys(body)) {
      const inInput = new RegExp(`^ {2}'?${name}'?: `, 'm').test(source);
      expect({ name, inInput }).toEqual({ name, inInput: !statusFields.includes(name) });
    }
  });
});

describe('A template that cannot be filled', () => {
  it('is refused for an unknown slot, even in a block', () => {
    expect(() => fillSample(original, 'Shell', 'curl {{ordr}}')).toThrow(/names the unknown slot "ordr"/);
    expect(() => fillSample(original, 'Shell', '{{#fields}}{{nme}}{{/fields}}')).toThrow(/"nme"/);
  });

  it('is refused for a language without known literals', () => {
    expect(() => fillSample(original, 'Cobol', '')).toThrow(/in Cobol.*sample-literals\.ts/);
  });
});

/** The path and the query, decoded. Languages do not encode the same characters of a path. */
function decoded(target = ''): { path: string[]; query: string[][] } {
  const [path = '', query] = target.split('?');
  return { path: path.split('/').map(decodeURIComponent), query: [...new URLSearchParams(query)] };
}
