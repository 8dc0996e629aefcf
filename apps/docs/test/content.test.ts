import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContract, type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { resolveSchema, type Schema } from '@ax-cloud/contract/schema';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeApart } from '../src/fragments.ts';
import { type Assets, framePage, type Navigation } from '../src/frame.ts';
import { renderReference } from '../src/reference.ts';
import { loadShownContracts, pairExamples, type ShownContract } from '../src/shown-contract.ts';
import { PAGES } from '../src/site.ts';
import type { Unfolded } from '../src/unfold.ts';
import { type Edit, enveloped, otherPlace, otherValues } from './edited-contracts.ts';
import { squeeze, visibleText } from './site.ts';

const EDITS: readonly [name: string, edit: Edit][] = [
  ['fields of every type', otherValues],
  ['another path, headers and query parameters', otherPlace],
  ['an order in an envelope', enveloped],
];

/** All edits are rendered together, because Redocly takes longer to load than to render. */
let shown: ReadonlyMap<string, ShownContract>;
beforeAll(async () => {
  const { document } = await loadContract();
  const contracts = EDITS.map(([, edit]) => ({
    language: 'en' as const,
    contract: readContract(edit(document) as unknown as OpenApiDocument),
  }));
  const work = await mkdtemp(join(tmpdir(), 'docs-content-'));
  const rendered = await loadShownContracts(contracts, work);
  await rm(work, { recursive: true });
  shown = new Map(EDITS.map(([name], index) => [name, rendered[index] as ShownContract]));
});

describe('After an edit of the contract', () => {
  it.each(EDITS)('the reference shows the whole contract: %s', (name) => {
    const edited = shown.get(name) as ShownContract;
    const { contract } = edited;
    const html = renderReference(edited, 'en');
    const text = visibleText(html);
    const schemas = [contract.request, ...contract.responses].map(({ schema }) => schema);
    const fields = schemas.flatMap((schema) => namesIn(contract.document, schema));
    const heads = fields.filter((field) => !html.includes(`<p class="head"><code>${field}</code>`));
    expect(heads).toEqual([]);
    const wanted = [
      contract.path,
      ...[contract.orderCode, ...contract.headers, ...contract.query].map((parameter) => parameter.name),
      ...contract.request.fields.map((field) => field.name),
      ...Object.keys(contract.success.echoes),
      ...contract.responses.map(({ status }) => String(status)),
      ...pairExamples(contract).flatMap(({ request, response }) =>
        [request.value, response?.value].map((value) => JSON.stringify(value, null, 2)),
      ),
    ];
    expect({ name, missing: wanted.filter((part) => !text.includes(squeeze(part))) }).toEqual({
      name,
      missing: [],
    });
  });
});

/** The names of a schema's fields, including nested ones. */
function namesIn(document: unknown, schema: Schema): string[] {
  const { properties = {}, items } = resolveSchema(document, schema);
  const below = [...Object.values(properties), ...(items === undefined ? [] : [items])];
  return [...Object.keys(properties), ...below.flatMap((one) => namesIn(document, one))];
}

describe('A Redoc page of an unexpected form', () => {
  const unfolded: Unfolded = {
    document: {},
    operation: 'cancelTourOrder',
    responses: new Map([[200, 'part0']]),
    snippets: new Map([['sample', 'part1']]),
    languages: [],
  };
  const operation = (inside: string) => `<div data-section-id="/other/canceltourorder">${inside}</div>`;
  const request = '<h2>Cancel</h2><div id="other/canceltourorder/request"><h4>Request</h4></div>';
  const responses = '<div id="other/canceltourorder/responses"><h4>Responses</h4></div>';
  const part = (number: number, inside: string) =>
    `<div data-section-id="/other/part${number}">${inside}</div>`;

  it.each([
    ['', '[data-section-id="/other/canceltourorder"]'],
    [operation('<h2>Cancel</h2>'), '[id="other/canceltourorder/request"]'],
    [operation(request), '[id="other/canceltourorder/responses"]'],
    [operation(request + responses), '[data-section-id="/other/part0"]'],
    [
      operation(request + responses) + part(0, '<div id="other/part0/responses"></div>'),
      '[id="other/part0/responses"] ~ *',
    ],
    [
      operation(request + responses) +
        part(0, '<div id="other/part0/responses"></div><p>Cancelled</p>') +
        part(1, ''),
      '.panel-request-samples [data-testid="source-code"]',
    ],
  ])('is refused in one line that names what is missing (%#)', (html, selector) => {
    const { document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
    let message = '';
    try {
      takeApart(document, unfolded);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(`nothing at ${selector}.`);
    expect(message).not.toContain('\n');
  });
});

describe('The frame of a page', () => {
  const page = {
    name: 'questions',
    language: 'en',
    title: 'T',
    description: 'D',
    menu: [],
    main: '',
  } as const;
  const names = Object.fromEntries(PAGES.map((name) => [name, name])) as Navigation['en'];
  const navigation = { ko: names, en: names };
  const perLanguage = { ko: 'k', en: 'e' };
  const assets: Assets = {
    style: 's',
    script: 'j',
    search: 'f',
    index: perLanguage,
    icon: 'i',
    send: { script: 'w', form: perLanguage },
    theme: '',
  };

  it('has absolute URLs if the site has a base URL', () => {
    const html = framePage(page, { assets, navigation, baseUrl: 'https://docs.example.com/ax/' });
    for (const link of [
      '<link rel="canonical" href="https://docs.example.com/ax/en/questions.html">',
      '<link rel="alternate" hreflang="ko" href="https://docs.example.com/ax/questions.html">',
      '<link rel="alternate" hreflang="x-default" href="https://docs.example.com/ax/questions.html">',
      '<meta property="og:url" content="https://docs.example.com/ax/en/questions.html">',
    ])
      expect(html).toContain(link);
  });

  it('names the reading that the page follows, and links to its question', () => {
    const html = framePage(page, { assets, navigation, readings: ['response-envelope=enveloped'] });
    expect(html).toMatch(
      /class="note">.*<a href="questions.html#response-envelope">response-envelope=enveloped<\/a>/,
    );
    expect(framePage(page, { assets, navigation, readings: [] })).not.toContain('class="note"');
  });
});
