import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSample } from '@ax-cloud/channel-spec/samples';
import { loadContract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edit, enveloped, otherPlace, otherValues } from './edited-contracts.ts';
import { expectedCancel } from './expected-cancel.ts';
import { missingPrograms, runSample, SAMPLES } from './runtimes.ts';
import { startJsonServer, startServer } from './servers.ts';

const KEY = 'key-of-the-tests';
const TEMPLATES = new URL('samples/', import.meta.resolve('@ax-cloud/channel-spec/openapi-source.yaml'));
const original = (await loadContract()).document;
const template = (file: string) => readFile(new URL(file, TEMPLATES), 'utf8');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The client's own sample needs a client that is generated from the edited contract. */
const RUNNABLE = SAMPLES.filter(
  (sample) => sample.file !== 'client.ts' && missingPrograms(sample).length === 0,
);

const EDITS: readonly [name: string, edit: Edit][] = [
  ['fields of every type, with every kind of value', otherValues],
  ['another method, path and order code, headers and query parameters', otherPlace],
  ['a 201 with the order in an envelope', enveloped],
];

describe.each(EDITS)('After an edit of the contract: %s', (name, edit) => {
  const document = edit(original);
  const expected = expectedCancel(readContract(document as unknown as OpenApiDocument));

  describe.each(RUNNABLE)('$file', (sample) => {
    const write = async () => {
      const file = join(folder, name.replace(/\W+/g, '-'), sample.file);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, fillSample(document, langOf(sample.label), await template(sample.file)));
      return file;
    };

    it('sends what the contract says, and takes its response for a success', async () => {
      const server = await startJsonServer(expected.response.status, expected.response.body);
      const { exitCode, stdout, stderr } = await runSample(sample, await write(), server.url, KEY);
      await server.close();

      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      const [received, ...more] = server.received;
      expect(more).toEqual([]);
      expect(decoded(received?.target)).toEqual(decoded(expected.target));
      expect(received).toMatchObject({
        method: expected.method,
        headers: { ...expected.headers, authorization: expected.keyPrefix + KEY },
      });
      expect(JSON.parse(received?.body ?? '')).toEqual(expected.body);
      if (sample.judges) expect(stdout).toBe(`Cancelled: ${expected.order}\n`);
    });

    it.runIf(sample.judges)('takes no response for a success in which an echo is another', async () => {
      const file = await write();
      for (const field of expected.echoed) {
        const server = await startJsonServer(expected.response.status, expected.altered(field));
        const { exitCode, stdout } = await runSample(sample, file, server.url, KEY);
        await server.close();
        expect({ field, exitCode, stdout }).toEqual({ field, exitCode: 1, stdout: '' });
      }
    });

    it('follows no redirect', async () => {
      const other = await startJsonServer(expected.response.status, expected.response.body);
      const server = await startServer((_received, _request, response) => {
        response.writeHead(302, { location: other.url }).end();
      });
      const { exitCode } = await runSample(sample, await write(), server.url, KEY);
      await Promise.all([server.close(), other.close()]);
      expect({ exitCode, elsewhere: other.received }).toEqual({ exitCode: 1, elsewhere: [] });
    });
  });
});

describe("The client's own sample", () => {
  it.each(EDITS)('gives what the contract requires to the client: %s', async (_, edit) => {
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
  it('is refused for a slot that there is not, also where nothing else would show it', () => {
    expect(() => fillSample(original, 'Shell', 'curl {{ordr}}')).toThrow(/names the slot "ordr"/);
    expect(() => fillSample(original, 'Shell', '{{#fields}}{{nme}}{{/fields}}')).toThrow(/"nme"/);
  });

  it('is refused in a language whose literals are not known', () => {
    expect(() => fillSample(original, 'Cobol', '')).toThrow(/in Cobol.*sample-literals\.ts/);
  });
});

/** The language of a sample, as the contract names it. */
function langOf(label: string): string {
  return label.startsWith('TypeScript') ? 'TypeScript' : label === 'curl' ? 'Shell' : label;
}

/** The steps of the path and the query, decoded: languages differ in what they encode of a path. */
function decoded(target = ''): { path: string[]; query: string[][] } {
  const [path = '', query] = target.split('?');
  return { path: path.split('/').map(decodeURIComponent), query: [...new URLSearchParams(query)] };
}
