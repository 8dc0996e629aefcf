import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { INPUT, PARAMETERS } from './call.ts';
import { CODE_ECHO } from './documented.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The oldest version of TypeScript that the README promises, and the newest. e2e/ compiles with those between. */
const OLDEST = 'typescript-5.0';
const COMPILERS = [OLDEST, 'typescript-7'];

const STRICTNESS = {
  'strict: false, as Next.js writes it': { strict: false },
  'strict: true': { strict: true },
  exactOptionalPropertyTypes: { strict: true, exactOptionalPropertyTypes: true },
};

/** The module systems of a back end: ES modules and CommonJS of Node.js, and the old CommonJS that Nest used. */
const MODULES = {
  node16: { extensions: ['mts', 'cts'], options: { module: 'node16', moduleResolution: 'node16' } },
  commonjs: { extensions: ['ts'], options: { module: 'commonjs', moduleResolution: 'node' } },
};

/** What compiles whatever the strictness is: the two ways to tell a success from a failure, and options from variables. */
const SOURCE = `
import { ChannelCancelError, createChannelClient, orThrow, type CancelFailure, type CancelledOrder } from '@ax-cloud/channel-client';
import { createMockFetch } from '@ax-cloud/channel-client/testing';

declare const timeoutMs: number | undefined;
declare const signal: AbortSignal | null;
const given = ${JSON.stringify(PARAMETERS)};
const fetch = createMockFetch();
const channel = createChannelClient({ ...given, apiKey: 'key', environment: 'test', fetch, timeoutMs, retries: undefined });

export async function narrowed(): Promise<unknown> {
  const result = await channel.cancelTourOrder('order', { ...${JSON.stringify(INPUT)}, signal, timeoutMs });
  if (result.ok) return [result.order.${CODE_ECHO}, result.headers];
  return [result.error!.kind, result.error!.outcome, result.error!.message];
}

export async function destructured(): Promise<CancelledOrder | string> {
  const { ok, order, error } = await channel.cancelTourOrder('order', ${JSON.stringify(INPUT)});
  if (!ok) return error!.message;
  return order!;
}

export async function byError(): Promise<CancelFailure | undefined> {
  const { error } = await channel.cancelTourOrder('order', ${JSON.stringify(INPUT)});
  if (error) return error;
}

export async function thrown(): Promise<CancelledOrder | string> {
  try {
    return orThrow(await channel.cancelTourOrder('order', ${JSON.stringify(INPUT)}));
  } catch (error) {
    if (error instanceof ChannelCancelError) return error.outcome;
    throw error;
  }
}
`;

/** What the types must refuse in every strictness. */
const REFUSED = `
import { createChannelClient } from '@ax-cloud/channel-client';
// @ts-expect-error: there is no such option
createChannelClient({ ...${JSON.stringify(PARAMETERS)}, apiKey: 'key', environment: 'test', timeout: 1 });
`;

/** Compiles the sources as a project that has the package installed. */
async function compile(
  compiler: string,
  { extensions, options }: Modules,
  strictness: object,
): Promise<string> {
  await mkdir(join(root, '.tmp'), { recursive: true });
  const folder = await mkdtemp(join(root, '.tmp/types-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const installed = join(folder, 'node_modules/@ax-cloud/channel-client');
  await mkdir(dirname(installed), { recursive: true });
  // A junction needs no rights on Windows; other systems ignore the type.
  await symlink(root, installed, 'junction');
  for (const extension of extensions) {
    await writeFile(join(folder, `use.${extension}`), SOURCE);
    await writeFile(join(folder, `refused.${extension}`), REFUSED);
  }
  const compilerOptions = {
    ...options,
    ...strictness,
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    noEmit: true,
    // The oldest compiler does not accept the declarations of openapi-fetch. It is promised only with skipLibCheck.
    skipLibCheck: compiler === OLDEST,
    skipDefaultLibCheck: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const program = join(root, 'node_modules', compiler, 'bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [program, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
}

type Modules = (typeof MODULES)[keyof typeof MODULES];

describe.each(COMPILERS)('%s compiles a result', (compiler) => {
  test.each(Object.entries(STRICTNESS))('under %s', async (_, strictness) => {
    expect(await compile(compiler, MODULES.node16, strictness)).toBe('');
  });
});

// TypeScript 7 has no such modules any more.
test('the oldest compiler compiles a result in an old project that is not strict', async () => {
  expect(await compile(OLDEST, MODULES.commonjs, { strict: false })).toBe('');
});
