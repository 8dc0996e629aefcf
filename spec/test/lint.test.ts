import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type EndedScript, runScript, spec } from './run-script.ts';

const { scripts } = JSON.parse(readFileSync(join(spec, 'package.json'), 'utf8'));
/** What the copy leaves out: what is installed (linked instead), what is built, and the tests. */
const NOT_COPIED = ['node_modules', 'dist', 'test', '.turbo'].map((part) => join(spec, part));
/** What the copy has of the pinned contract in place of the contract as it is. */
const REPLACED = ['openapi.yaml', 'openapi.ko.yaml', 'source.yaml', 'scenarios.yaml', 'readings', 'samples'];
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A text of a file, and what it becomes. */
type Replacement = readonly [file: string, was: string | RegExp, becomes: string];

/** Copies the package, as far as lint reads it. */
function copySpec(): string {
  const folder = mkdtempSync(join(tmpdir(), 'channel spec % '));
  folders.push(folder);
  cpSync(spec, folder, { recursive: true, filter: (source) => !NOT_COPIED.includes(source) });
  symlinkSync(join(spec, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Copies the package with the pinned contract, in which texts are replaced. */
function copyPinned(...replacements: readonly Replacement[]): string {
  const folder = copySpec();
  for (const part of REPLACED) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(spec, 'test/pinned', part), join(folder, part), { recursive: true });
  }
  for (const [file, was, becomes] of replacements) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text, `${file} no longer holds the text that this test breaks`).toMatch(was);
    writeFileSync(path, text.replace(was, becomes));
  }
  return folder;
}

/** Runs the package's own lint script in a copy. */
function lint(folder: string): Promise<EndedScript> {
  return runScript(scripts.lint, folder);
}

const EN = 'openapi.yaml';
const KO = 'openapi.ko.yaml';

test.concurrent.for([
  ['the contract as it is', copySpec],
  ['the pinned contract', copyPinned],
] as const)('%s passes', async ([, copy], { expect }) => {
  expect(await lint(copy())).toEqual({ code: 0, lines: [expect.stringContaining('keep to every rule')] });
});

test.concurrent.for<[string, Replacement[], RegExp[]]>([
  [
    'what breaks the form of the document, and nothing that follows from it',
    [
      [EN, 'summary: Cancel a tour order', 'sumary: Cancel a tour order'],
      [EN, '      x-cancels:', '      not: {}\n      x-cancels:'],
      [EN, '          x-order: $response.body#\n', ''],
    ],
    [
      /^openapi\.yaml:\d+:\d+: Property `sumary` is not expected here\. Did you mean "summary"\? \(struct\)$/,
      /^openapi\.yaml:\d+:\d+: No part supports the keyword "not"\..*\(contract\/schema-keywords\)$/,
    ],
  ],
  [
    'what the rules of Redocly find',
    [[EN, "          description: Your channel's identifier of the cancelled order.\n", '']],
    [/^openapi\.yaml:\d+:\d+: Every field has a description\. \(rule\/fields-described\)$/],
  ],
  [
    'a contract that is not YAML',
    [[EN, 'info:', 'info: {']],
    [/^openapi\.yaml:\d+:\d+: This is not valid YAML: /],
  ],
  [
    'an overlay that is not YAML',
    [[KO, 'info:', 'info: {']],
    [/^openapi\.ko\.yaml:\d+:\d+: This is not valid YAML: /],
  ],
  [
    'what Redocly cannot read',
    [
      [EN, /\$ref: '#\/components\/schemas\/ErrorDetail'/, "$ref: '#/components/schemas/Loop'"],
      [EN, /^ {2}schemas:\n/m, "  schemas:\n    Loop:\n      $ref: '#/components/schemas/Loop'\n"],
    ],
    [/^openapi\.yaml: .*ircular/],
  ],
  [
    'what is wrong in the overlay',
    [
      [KO, 'target: $.info', 'target: $.inof'],
      [KO, '      summary: 투어 주문 취소', '      operationId: 취소'],
    ],
    [
      /^openapi\.ko\.yaml:\d+:\d+: The target \$\.inof matches nothing/,
      /^openapi\.ko\.yaml:\d+:\d+: "operationId" is not a text for people/,
    ],
  ],
  [
    'Korean texts that are missing, also beside a $ref, at a server and at a parameter',
    [
      [KO, '      description: AX Cloud에서 이 주문에 설정할 상태입니다.\n', '      {}\n'],
      [KO, /description: 테스트 환경.*\n/, 'description: Test.\n'],
      [KO, /(parameters\[\?@\.name == 'ax_order_code'\]\n +update:\n +description: ).*\n/, '$1Code\n'],
    ],
    [
      /No Korean text at #\/servers\/0\/description\./,
      /No Korean text at .*\/parameters\/0\/description\./,
      /No Korean text at .*\/CancelRequest\/properties\/ax_status\/description\./,
    ],
  ],
  [
    'a question that one language names and the other does not',
    [[KO, '(추정: production-host)', '']],
    [
      /The Korean text at #\/servers\/1\/description marks the questions "", the English one "production-host"/,
    ],
  ],
])('lint says in one line each: %s', async ([, replacements, wanted]) => {
  const { code, lines } = await lint(copyPinned(...replacements));
  expect(lines).toEqual(wanted.map((line) => expect.stringMatching(line)));
  expect(code).toBe(1);
});
