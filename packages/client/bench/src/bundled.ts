import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';

/**
 * Bundles a module for a browser: there everything that is needed has to be in the bundle, and packages leave out what
 * they have for Node.js alone.
 *
 * @param alias name → file, for packages that are not installed beside the module
 * @returns bytes, minified and gzipped
 */
export async function measureBundled(file: string, alias: Record<string, string> = {}): Promise<number> {
  const { output } = await build({
    input: file,
    platform: 'browser',
    resolve: { alias },
    output: { minify: true },
    write: false,
    logLevel: 'warn',
  });
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  return gzipSync(code, { level: 9 }).length;
}
