import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { COMPILERS, CONSUMERS, compile, STRICTEST, versionOf } from '../src/compile.ts';
import { readManifest } from '../src/manifest.ts';
import { CLIENT } from '../src/modules.ts';

const consumer = inject('consumer');
const { exports = {} } = await readManifest(join(consumer, 'node_modules', CLIENT));
const entries = Object.keys(exports).map(
  (path, index) => `export * as e${index} from '${CLIENT}${path.slice(1)}';`,
);
const SOURCES = {
  accepted: await read('accepted'),
  refused: await read('refused'),
  entries: `${entries.join('\n')}\n`,
};

function read(name: string): Promise<string> {
  return readFile(new URL(`../consumer/${name}.ts`, import.meta.url), 'utf8');
}

/** Writes a project with every source in each of the kinds of module. */
async function writeProject({
  extensions,
  options,
}: (typeof CONSUMERS)[keyof typeof CONSUMERS]): Promise<string> {
  const folder = await mkdtemp(join(consumer, 'project-'));
  const files: string[] = [];
  for (const [name, source] of Object.entries(SOURCES)) {
    for (const extension of extensions) {
      files.push(`${name}.${extension}`);
      await writeFile(join(folder, `${name}.${extension}`), source);
    }
  }
  const compilerOptions = { ...STRICTEST, ...options };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  return folder;
}

/** The errors that a source announces at the ends of its lines. */
function announced(source: string, file: string): string[] {
  return source.split('\n').flatMap((line, index) => {
    const [, code] = / \/\/ error (TS\d+)$/.exec(line) ?? [];
    return code === undefined ? [] : [`${file}:${index + 1} ${code}`];
  });
}

describe.each(COMPILERS.map((compiler) => [versionOf(compiler), compiler] as const))(
  'TypeScript %s',
  (_, compiler) => {
    test.each(Object.entries(CONSUMERS))(
      'compiles the packed declarations for %s, and refuses the lines that are wrong',
      async (_, kind) => {
        const expected = kind.extensions.flatMap((extension) =>
          announced(SOURCES.refused, `refused.${extension}`),
        );
        expect(expected).not.toEqual([]);
        expect(await compile(compiler, await writeProject(kind))).toEqual(expected.sort());
      },
    );
  },
);
