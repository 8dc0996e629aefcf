import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contract, loadContract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadReadings } from '@ax-cloud/contract/readings/load-readings';
import { allowsBody, responseValidator } from '@ax-cloud/contract/schema-check';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { convertToOlder } from '../src/downloads/openapi-3.0.ts';
import { describeDownloads } from '../src/downloads/section.ts';
import { TEXTS } from '../src/downloads/texts.ts';
import { type Node, objectAt } from '../src/node.ts';
import { enveloped, otherPlace, otherValues } from './edited-contracts.ts';
import { readSite } from './site.ts';

const CLI = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const contract = await loadContract();
const readings = await loadReadings(await loadLedger());

const CHANGED: readonly [name: string, changed: () => Contract][] = [
  ['as it is', () => contract],
  ...readings.all.map(({ question, reading }): [string, () => Contract] => [
    `${question}=${reading}`,
    () => {
      const changed = readings.apply(contract, { [question]: reading });
      if (changed === undefined) throw new Error(`${question}=${reading} does not apply to the contract.`);
      return changed;
    },
  ]),
  ...[otherValues, otherPlace, enveloped].map((edit, index): [string, () => Contract] => [
    `edit ${index + 1}`,
    () => readContract(edit(contract.document) as unknown as OpenApiDocument),
  ]),
];

describe('The contract in OpenAPI 3.0', () => {
  it.each(['openapi-3.0', 'openapi-3.0.ko'])('%s is valid by the rules of Redocly', async (name) => {
    const file = join(inject('shared').folder, `${name}.yaml`);
    const args = [CLI, 'lint', file, '--extends=minimal', '--format=json'];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const { status, stdout } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env,
      cwd: join(file, '..'),
    });
    expect({ status, problems: JSON.parse(stdout).problems }).toEqual({ status: 0, problems: [] });
    expect((await readSite(`${name}.yaml`)).split('\n')[0]).toBe('openapi: 3.0.3');
  });

  it.each(['openapi-3.0', 'openapi-3.0.ko'])('%s has the same content in YAML and in JSON', async (name) => {
    expect(parse(await readSite(`${name}.yaml`))).toEqual(JSON.parse(await readSite(`${name}.json`)));
  });

  it.each(CHANGED)('accepts the same bodies as the contract: %s', async (_, changed) => {
    const own = changed();
    const older = await validators(own);
    const verdicts = bodiesOf(own).map(([place, body]) => ({
      place,
      body: JSON.stringify(body),
      contract: place === 'request' ? allowsBody(own, body) : responseValidator(own, place)?.(body),
      older: older.get(place)?.(body),
    }));
    expect(verdicts.filter((one) => one.contract !== one.older)).toEqual([]);
    expect(new Set(verdicts.map((one) => one.contract))).toEqual(new Set([true, false]));
  });

  it('keeps every text: it moves a text beside a $ref to the referenced object', async () => {
    const { document } = await convertToOlder(contract.document);
    const all = JSON.stringify(document).replaceAll('\\n', ' ');
    const missing = textsOf(contract.document).filter(
      (text) => !all.includes(JSON.stringify(text.trim()).slice(1, -1).replaceAll('\\n', ' ')),
    );
    expect(missing).toEqual([]);
  });

  it('has no siblings of a $ref, no list of types and no "additionalProperties: true"', async () => {
    const { document } = await convertToOlder(contract.document);
    const text = JSON.stringify(objectAt(document, 'components', 'schemas'));
    expect(text).not.toMatch(/"\$ref":"[^"]*",|,"\$ref"/);
    expect(text).not.toMatch(/"type":\[|"additionalProperties":true|"allOf"/);
  });
});

describe('A contract that the converter cannot follow', () => {
  const withField = (name: string, schema: Node) => {
    const document = structuredClone(contract.document) as Node;
    objectAt(document, 'components', 'schemas', 'CancelRequest', 'properties')[name] = schema;
    return document;
  };

  it.each([
    [
      'a field with the name of a keyword',
      withField('const', { type: 'string' }),
      '/CancelRequest/properties/const ',
    ],
    [
      'two types',
      withField('seats', { type: ['string', 'integer'] }),
      '/CancelRequest/properties/seats/type ',
    ],
    ['webhooks', { ...contract.document, webhooks: {} }, '#/webhooks '],
    [
      'a keyword with a value that OpenAPI 3.0 does not allow',
      withField('seats', { type: 'integer', exclusiveMinimum: 0 }),
      '/CancelRequest',
    ],
  ])('is refused in one line that names the place: %s', async (_, document, place) => {
    const message = await convertToOlder(document).then(
      () => 'converted',
      (error: Error) => error.message,
    );
    expect(message).toContain(place);
    expect(message).not.toContain('\n');
  });
});

describe('The differences of the OpenAPI 3.0 contract', () => {
  it.each(['ko', 'en'] as const)('are listed with the downloads, and no others: %s', async (language) => {
    const { losses } = await convertToOlder(contract.document);
    const section = describeDownloads({ losses }, language);
    const said = Object.entries(TEXTS[language].loss).filter(([, text]) => section.includes(text));
    expect(said.map(([loss]) => loss).toSorted()).toEqual([...losses].toSorted());
    const nullable = readings.apply(contract, { 'comment-form': 'nullable' });
    expect(section).not.toContain(TEXTS[language].loss.nullable);
    const older = await convertToOlder((nullable ?? contract).document);
    expect(describeDownloads(older, language)).toContain(TEXTS[language].loss.nullable);
  });
});

/** The validators of the converted request and responses. Ajv supports `nullable` of OpenAPI 3.0. */
async function validators({
  document,
  path,
  method,
}: Contract): Promise<Map<number | 'request', ValidateFunction>> {
  const { document: older } = await convertToOlder(document);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ ...older, $id: 'older' });
  const operation = objectAt(older, 'paths', path, method.toLowerCase());
  const compile = (body: Node) => {
    const schema = objectAt(body, 'content', 'application/json', 'schema');
    return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"older#/')));
  };
  const responses = Object.entries(objectAt(operation, 'responses')).map(
    ([status, response]): [number, ValidateFunction] => [Number(status), compile(response as Node)],
  );
  return new Map<number | 'request', ValidateFunction>([
    ['request', compile(objectAt(operation, 'requestBody'))],
    ...responses,
  ]);
}

/** The examples of a contract, and copies of each in which one field is missing, `null` or of another type. */
function bodiesOf({ request, responses }: Contract): [place: number | 'request', body: unknown][] {
  const holders = [{ status: 'request' as const, ...request }, ...responses];
  return holders.flatMap(({ status, examples }) =>
    Object.values(examples).flatMap(({ value }) => {
      const fields = Object.keys(value as object);
      const changed = fields.flatMap((name) => {
        const { [name]: _, ...rest } = value as Node;
        return [rest, ...[null, '', 1, ['x'], { x: 1 }].map((other) => ({ ...rest, [name]: other }))];
      });
      return [value, ...changed, { ...(value as Node), undeclared: 1 }, [], null].map(
        (body): [number | 'request', unknown] => [status, body],
      );
    }),
  );
}

/** Every title, summary and description. */
function textsOf(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return ['title', 'summary', 'description'].includes(key) ? [node] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) =>
    textsOf(child, ['properties', 'schemas', 'x-codeSamples'].includes(key) ? '' : name),
  );
}
