import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SECRETLINT = join(root, 'node_modules/secretlint/bin/secretlint.js');
const LETTERS = 'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8';

/** Looks for secrets in a file with this text, as `pnpm test` does in all files. @returns the rules that found one */
async function secretsIn(text: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file.txt'), text);
  const config = join(root, '.secretlintrc.json');
  const args = [SECRETLINT, '--secretlintrc', config, '--format', 'json', join(folder, 'file.txt')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root }).catch((error) => error);
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { messageId: string }[] }];
  return messages.map(({ messageId }) => messageId);
}

// Each secret is put together here, so that the repository itself contains none.
test.each([
  ['a key of the form that AX Cloud takes', `Authorization: ${'Token'} ${LETTERS}`, 'PATTERN'],
  ["a token of npm's", `${'npm'}_${LETTERS}`, 'NPM_ACCESS_TOKEN'],
  ["a token of GitHub's", `${'ghp'}_${LETTERS}`, 'GITHUB_TOKEN'],
])('%s is found', async (_, text, found) => {
  expect(await secretsIn(text)).toEqual([found]);
});

test.each([
  ['the placeholder of the documents', 'Authorization: Token {api_key}'],
  ['a made-up password of a test', 'postgres://orders:s3cret@db/orders'],
  ['an order code', 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912'],
])('%s is not taken for a secret', async (_, text) => {
  expect(await secretsIn(text)).toEqual([]);
});
