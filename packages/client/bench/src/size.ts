import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { CONTENDERS } from './contenders.ts';

/**
 * Bundles each contender's module, which does nothing but make the call, for a browser: there everything that is
 * needed has to be in the bundle, and peers leave out what they have for Node.js alone.
 *
 * @returns bytes, minified and gzipped, by contender
 */
export async function measureSizes(): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const { name, module } of CONTENDERS) {
    const { output } = await build({
      input: fileURLToPath(module),
      platform: 'browser',
      output: { minify: true },
      write: false,
      logLevel: 'warn',
    });
    const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
    sizes.set(name, gzipSync(code, { level: 9 }).length);
  }
  return sizes;
}
