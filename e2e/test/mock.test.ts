import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findNode } from '../src/program.ts';
import { makePythonEnvironment } from '../src/python.ts';
import { describeMissing, findMissing, PYTHON_WITH_VENV } from '../src/tools.ts';

const run = promisify(execFile);
const E2E = fileURLToPath(new URL('..', import.meta.url));
const MOCK = fileURLToPath(new URL('../../apps/mock/', import.meta.url));

const [node20, node22] = [findNode(20), findNode(22)];
const skipped = (program: string | undefined) => describeMissing(program === undefined ? 'it' : undefined);

describe('The built mock', () => {
  test.skipIf(node22 === undefined)(
    `passes its own tests on Node.js 22${skipped(node22)}`,
    { timeout: 1_800_000 },
    async () => {
      const vitest = join(MOCK, 'node_modules/vitest/vitest.mjs');
      const config = join(E2E, 'mock/vitest.config.ts');
      const { stdout } = await run(
        node22 ?? '',
        [vitest, 'run', '--config', config, '--root', MOCK, '--dir', join(MOCK, 'test'), '--no-color'],
        { cwd: MOCK, maxBuffer: 64 * 1024 * 1024 },
      );
      expect(stdout).toMatch(/Tests {2}\d+ passed/);
    },
  );

  describe.skipIf(node20 === undefined)(`on Node.js 20${skipped(node20)}`, () => {
    test.each(['--help', '--version', '--scenarios'])('prints what %s asks for', async (option) => {
      const { stdout } = await run(node20 ?? '', [join(MOCK, 'dist/main.js'), option]);
      expect(stdout).not.toBe('');
    });

    test.each(['main.js', 'proxy.js'])('says in one line what %s needs', async (name) => {
      const { code, stderr } = await run(node20 ?? '', [join(MOCK, 'dist', name)]).catch((error) => error);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^This is Node\.js 20.*needs Node\.js .*\n$/),
      ]);
    });
  });
});

describe('The manifest for Kubernetes', () => {
  const missing = findMissing(PYTHON_WITH_VENV);

  test.skipIf(missing !== undefined)(
    `is valid by its schemas, old and new${describeMissing(missing)}`,
    async () => {
      const python = await makePythonEnvironment(
        join(E2E, 'node_modules/.cache/kubernetes'),
        join(E2E, 'mock/requirements.txt'),
      );
      for (const version of ['1.28.0', '1.37.0']) {
        const args = [
          '-m',
          'kubernetes_validate',
          '--strict',
          '-k',
          version,
          join(MOCK, 'deploy/kubernetes.yaml'),
        ];
        const { stdout, stderr } = await run(python, args);
        expect(`${stdout}${stderr}`.match(/ passed for resource /g)).toHaveLength(3);
      }
    },
  );
});
