import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { highestChange, isLower, nextVersion } from '../rules/version.ts';
import { all, contract, type Document, drop, type Edit, PATH, set } from './edit.ts';
import { rate } from './rate.ts';
import { type EndedScript, runScript, spec } from './run-script.ts';

const { scripts } = JSON.parse(readFileSync(join(spec, 'package.json'), 'utf8'));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'contract version '));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder like the spec's after a release of the pinned contract, then edited. */
function copyReleased({ edit, version, packaged = version, newest = version }: Edited): string {
  const copy = mkdtempSync(join(folder, 'spec-'));
  for (const part of ['rules', 'redocly.yaml'])
    cpSync(join(spec, part), join(copy, part), { recursive: true });
  symlinkSync(join(spec, 'node_modules'), join(copy, 'node_modules'));
  for (const name of ['released', 'dist']) mkdirSync(join(copy, name));
  const write = (name: string, text: string) => writeFileSync(join(copy, name), text);
  const [before, after] = [contract(), contract()];
  edit?.(after);
  // A bundle has the texts of the samples in it.
  for (const document of [before, after]) set('op.x-codeSamples', [])(document);
  write('released/1.2.3.yaml', stringify(at('1.2.3', before)));
  write('dist/openapi.yaml', stringify(at(version, after)));
  write('package.json', JSON.stringify({ type: 'module', version: packaged }));
  write('CHANGELOG.md', `# Changelog\n\n## ${newest}\n\n- A change.\n\n## 0.1.0\n`);
  return copy;
}

interface Edited {
  edit?: Edit;
  version: string;
  packaged?: string;
  newest?: string;
}

function at(version: string, document: Document): Document {
  return { ...document, info: { ...(document.info as Document), version } };
}

/** Runs the package's own check in a copy. */
function check(edited: Edited): Promise<EndedScript> {
  return runScript(scripts.check, copyReleased(edited));
}

const REQUEST = 'schemas.CancelRequest';
const SUCCESS = 'schemas.CancelledOrder';
const STATUS = 'schemas.RequestedStatus';
const CHANNEL = { name: 'Channel', in: 'header', schema: { type: 'string' }, example: 'x' };

/** Edits that break a caller. */
const MAJOR: [string, Edit][] = [
  ['a field of the request becomes required', set(`${REQUEST}.required.+`, 'comment')],
  ['a field of the request is removed', drop(`${REQUEST}.properties.comment`)],
  [
    'a field of the request gets another name',
    all(drop(`${REQUEST}.properties.comment`), set(`${REQUEST}.properties.note`, { type: 'string' })),
  ],
  ['a field of the request gets a limit', set(`${REQUEST}.properties.comment.maxLength`, 100)],
  ['a value of the request is removed', set(`${STATUS}.enum`, ['Traveler cancel', 'New'])],
  ['a new header is required', set('op.parameters.+', { ...CHANNEL, required: true })],
  ['the path changes', (document) => set('paths', { [`${PATH}/`]: paths(document)[PATH] })(document)],
  ['a field of the response may be absent', set(`${SUCCESS}.required`, ['ax_order_code', 'ax_order_status'])],
  ['a field of the response has another type', set(`${SUCCESS}.properties.ax_order_code.type`, 'integer')],
  [
    'a field of the response may be null',
    set('schemas.ErrorDetail.properties.detail.type', ['string', 'null']),
  ],
  ['a response is no longer documented', drop('op.responses.404')],
  ['no key is needed any more', drop('security')],
  ['the order lies elsewhere in the response', set('op.responses.200.x-order', '$response.body#/data')],
  ['the response no longer repeats the code', drop('op.responses.200.x-echoes.ax_order_code')],
];

/** Edits that add something, and break nobody. */
const MINOR: [string, Edit][] = [
  ['an optional field of the request', set(`${REQUEST}.properties.note`, { type: 'string' })],
  ['a value of the request', set(`${STATUS}.enum.+`, 'Refund')],
  ['a field of the request that may be absent now', set(`${REQUEST}.required`, ['ax_status'])],
  ['a limit of the request that is removed', drop('op.parameters.0.schema.minLength')],
  ['an optional header', set('op.parameters.+', CHANNEL)],
  ['a field of the response', set(`${SUCCESS}.properties.refund`, { type: 'string' })],
  ['a promise about a response', set('schemas.InvalidRequest.required', ['detail'])],
  [
    'another documented response',
    set('op.responses.409', { description: 'Already cancelled.', content: {} }),
  ],
];

/** Edits of words. */
const PATCH: [string, Edit][] = [
  ['a description', set('op.description', 'Cancels an order.')],
  ['what a field means to a person', set(`${REQUEST}.properties.comment.description`, 'A note.')],
  ['which question an inferred part answers', set('op.responses.400.x-inferred', 'another-question')],
];

const EDITS = Object.entries({ major: MAJOR, minor: MINOR, patch: PATCH }).flatMap(([change, edits]) =>
  edits.map(([name, edit]) => ({ name, edit, change })),
);

describe('A change demands', () => {
  const demanded = rate(EDITS.map(({ edit }) => edit));

  test.each(EDITS.map(({ name, change }, index) => [change, name, demanded[index]]))(
    '%s: %s',
    (change, _, rated) => {
      expect(rated).toBe(change);
    },
  );
});

describe('The version', () => {
  test.concurrent.for<[string, Edited]>([
    ['higher than demanded', { edit: set('op.description', 'x'), version: '2.0.0' }],
    ['unchanged, where nothing changed', { version: '1.2.3' }],
  ])('fits: %s', async ([, edited], { expect }) => {
    expect(await check(edited)).toEqual({ code: 0, lines: [expect.stringContaining('fits what changed')] });
  });

  test.concurrent.for<[string, Edit, string]>([
    ['lower than a breaking change demands', drop(`${REQUEST}.properties.comment`), '2.0.0'],
    ['lower than an addition demands', set(`${STATUS}.enum.+`, 'Refund'), '1.3.0'],
    ['lower than a changed meaning demands', set(`${STATUS}.x-cancels`, ['Traveler cancel']), '2.0.0'],
    [
      'unchanged, though an example changed',
      set('op.responses.404.json.examples.unknownOrder.value.detail', '없습니다.'),
      '1.2.4',
    ],
  ])('is refused in one line: %s', async ([, edit, demanded], { expect }) => {
    expect(await check({ edit, version: '1.2.3' })).toEqual({
      code: 1,
      lines: [
        expect.stringMatching(
          `^spec/openapi\\.yaml has version 1\\.2\\.3, and what changed since 1\\.2\\.3 demands ${demanded}: .+\\. Raise info\\.version\\.$`,
        ),
      ],
    });
  });

  test.concurrent.for<[string, Edited, RegExp]>([
    [
      'the package',
      { version: '1.3.0', packaged: '1.2.3' },
      /^spec\/package\.json has version 1\.2\.3, and the contract .* is at 1\.3\.0\. Write the same into both\.$/,
    ],
    [
      'the changelog',
      { version: '1.3.0', newest: '1.2.3' },
      /^spec\/CHANGELOG\.md begins with 1\.2\.3, and the contract .* is at 1\.3\.0\. Say under "## 1\.3\.0"/,
    ],
  ])('is refused in one line where it differs in %s', async ([, edited, line], { expect }) => {
    expect(await check(edited)).toEqual({ code: 1, lines: [expect.stringMatching(line)] });
  });
});

test('the highest change counts, and the next version follows from it', () => {
  expect(highestChange(['patch', undefined, 'major', 'minor'])).toBe('major');
  expect(highestChange([])).toBe('none');
  expect(
    (['none', 'patch', 'minor', 'major'] as const).map((change) => nextVersion('1.2.3', change)),
  ).toEqual(['1.2.3', '1.2.4', '1.3.0', '2.0.0']);
});

test.each([
  ['1.2.3', '1.2.4', true],
  ['1.9.9', '1.10.0', true],
  ['2.0.0', '1.9.9', false],
  ['1.2.3', '1.2.3', false],
])('%s comes before %s: %s', (version, other, lower) => {
  expect(isLower(version, other)).toBe(lower);
});

function paths(document: Document): Document {
  return document.paths as Document;
}
