import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const spec = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(spec, 'package.json'), 'utf8'));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs the package's own lint script on a copy in which one text is replaced. */
function lint(file: string, was: string, becomes: string): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'channel-spec-'));
  folders.push(folder);
  for (const part of ['openapi.yaml', 'openapi.ko.yaml', 'redocly.yaml', 'rules', 'src', 'samples']) {
    cpSync(join(spec, part), join(folder, part), { recursive: true });
  }
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text, `${file} no longer holds the text that this test breaks`).toContain(was);
  writeFileSync(path, text.replace(was, becomes));
  const PATH = [join(spec, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync(scripts.lint, {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, PATH, NO_COLOR: '1' },
  });
  return { status, output: stdout + stderr };
}

test('the contract as it is passes', () => {
  expect(lint('openapi.yaml', 'openapi: 3.1.0', 'openapi: 3.1.0')).toMatchObject({ status: 0 });
});

describe('a contract is refused, with file and line,', () => {
  test.each([
    [
      'when an English text holds Korean',
      ['openapi.yaml', 'summary: Cancel a tour order', 'summary: Cancel 취소'],
      /openapi\.yaml:\d+:\d+[\s\S]*Korean text at #.*\/summary/,
    ],
    [
      'when the Korean text of a field is missing',
      ['openapi.ko.yaml', '      title: 취소 요청\n', ''],
      /openapi\.ko\.yaml:\d+:\d+[\s\S]*No Korean text at #\/components\/schemas\/CancelRequest\/title/,
    ],
    [
      'when an overlay target matches nothing',
      [
        'openapi.ko.yaml',
        'target: $.components.schemas.ErrorDetail.properties.detail',
        'target: $.components.schemas.NoSuch',
      ],
      /No Korean text at #\/components\/schemas\/ErrorDetail\/properties\/detail/,
    ],
    [
      "when a request example uses the field names of the page's cURL",
      [
        'openapi.yaml',
        '                  channel_status: Traveler cancel',
        '                  channel_order_status: Traveler cancel',
      ],
      /openapi\.yaml:\d+:\d+[\s\S]*channel_status/,
    ],
    [
      'when a 200 example does not repeat its request',
      [
        'openapi.yaml',
        '                    ax_order_status: Unavoidable cancel',
        '                    ax_order_status: New',
      ],
      /The example "unavoidableCancel" is not an echo: \$response\.body#\/ax_order_status is "New"/,
    ],
    [
      'when a 200 example has no request of its name',
      [
        'openapi.yaml',
        '              unavoidableCancel:\n                summary',
        '              somethingElse:\n                summary',
      ],
      /The example "unavoidableCancel" has no partner of that name in the request/,
    ],
    [
      'when nothing says what success means',
      ['openapi.yaml', 'x-echoes:', 'x-nothing:'],
      /The 200 does not say what success means/,
    ],
    [
      'when a rule of success is misspelt',
      [
        'openapi.yaml',
        '$request.path.ax_order_code\n            $response',
        '$request.pth.ax_order_code\n            $response',
      ],
      /"\$request\.pth\.ax_order_code" is not a runtime expression/,
    ],
    [
      'when a provoking value names no part of the request',
      ['openapi.yaml', '$request.path.ax_order_code: 0000', '$request.path.order_code: 0000'],
      /"\$request\.path\.order_code" is no part of the request/,
    ],
    [
      'when a field has no description',
      ['openapi.yaml', "          description: Your channel's identifier of the cancelled order.\n", ''],
      /openapi\.yaml:\d+:\d+[\s\S]*Every field has a description/,
    ],
    [
      'when an example has no summary',
      ['openapi.yaml', '                  summary: The order code is not known\n', ''],
      /Every example has a summary/,
    ],
    [
      'when a server has no environment',
      ['openapi.yaml', '    x-environment: test\n', '    x-environment: staging\n'],
      /Every server names its environment/,
    ],
  ] as const)('%s', (_, [file, was, becomes], message) => {
    const { status, output } = lint(file, was, becomes);
    expect(output).toMatch(message);
    expect(status).toBe(1);
  });
});
