import { spawnSync } from 'node:child_process';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { patchRedoc } from '../src/redoc-patches.ts';

const ENTRY = fileURLToPath(new URL('../src/build.ts', import.meta.url));
const DIST = new URL('../dist/', import.meta.url);

beforeAll(async () => {
  await access(new URL('index.html', DIST)).catch(() => {
    throw new Error('The docs are not built. Run "pnpm --filter @ax-cloud/channel-docs build".');
  });
});

describe('A build', () => {
  it('replaces the previous build and leaves none of its files', async () => {
    const files = await readdir(inject('shared').folder);
    expect(files).toContain('index.html');
    expect(files).not.toContain('of-the-build-before.html');
  });

  it('that fails keeps the docs of the previous build and says why', async () => {
    const before = await identity();
    // Makes Redocly fail before it does anything.
    const breakRedocly = `import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) {
        if (!url.includes('@redocly/cli/lib/index.js')) return next(url, context);
        console.error('out of paper');
        process.exit(3);
      } });`;
    const { status, stderr } = spawnSync(process.execPath, [ENTRY], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(breakRedocly)}`,
      },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /apps\/docs\/dist is as it was.*"redocly build-docs" failed for the contract in "ko"[\s\S]*out of paper/,
    );
    expect(await identity()).toEqual(before);
  });
});

describe('A build for a URL', () => {
  it.each(['docs.example.com', 'ftp://docs.example.com/'])(
    'refuses %s, which is not an HTTP URL',
    (address) => {
      const env = { ...process.env, AX_DOCS_URL: address };
      const { status, stderr } = spawnSync(process.execPath, [ENTRY], { encoding: 'utf8', env });
      expect(status).toBe(1);
      expect(stderr).toContain(`AX_DOCS_URL is "${address}". Give the URL of the docs`);
    },
  );
});

describe('The patches of Redoc', () => {
  it('refuse a Redoc that they do not match, and name the patch and the file', () => {
    expect(() => patchRedoc('another Redoc')).toThrow(
      /The patch "labels" matches 0 places of Redoc instead of 1\. .*redoc-patches\.ts/,
    );
  });

  it('refuse a Redoc in which a place occurs more often than expected', () => {
    const twice = 'translate:(a,b)=>(typeof b);translate:(c,d)=>(typeof d)';
    expect(() => patchRedoc(twice)).toThrow(/The patch "labels" matches 2 places/);
  });
});

async function identity() {
  const page = new URL('index.html', DIST);
  return { folder: (await stat(DIST)).ino, page: await readFile(page, 'utf8') };
}
