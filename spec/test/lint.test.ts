import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const spec = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(spec, 'package.json'), 'utf8'));
/** What the copy leaves out: what is installed (linked instead), what is built, and the tests. */
const NOT_COPIED = ['node_modules', 'dist', 'test', '.turbo'].map((part) => join(spec, part));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A text of a file, and what it becomes. */
type Replacement = readonly [file: string, was: string | RegExp, becomes: string];

/** Runs the package's own lint script on a copy in which texts are replaced; gives its exit code and its lines. */
function lint(...replacements: readonly Replacement[]): Promise<{ code: number | null; lines: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'channel spec % '));
  folders.push(folder);
  cpSync(spec, folder, { recursive: true, filter: (source) => !NOT_COPIED.includes(source) });
  symlinkSync(join(spec, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, was, becomes] of replacements) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text, `${file} no longer holds the text that this test breaks`).toMatch(was);
    writeFileSync(path, text.replace(was, becomes));
  }
  const PATH = [join(spec, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(scripts.lint, { cwd: folder, shell: true, env: { ...process.env, PATH } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, lines: output.trim().split('\n') }));
  });
}

const EN = 'openapi.yaml';
const KO = 'openapi.ko.yaml';

test.concurrent('the contract as it is passes', async () => {
  expect(await lint()).toEqual({ code: 0, lines: [expect.stringContaining('keep to every rule')] });
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
      /^openapi\.yaml:\d+:\d+: The keyword "not" is supported by no part\..*\(contract\/schema-keywords\)$/,
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
      [
        KO,
        /(parameters\[\?@\.name == 'ax_order_code'\]\n +update:\n +description: )\|\n(.*\n){1,9}?(?= {2}-)/,
        '$1Code\n',
      ],
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
  const { code, lines } = await lint(...replacements);
  expect(lines).toEqual(wanted.map((line) => expect.stringMatching(line)));
  expect(code).toBe(1);
});
