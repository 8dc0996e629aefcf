import { gzipSync } from 'node:zlib';
import { build, type OutputChunk } from 'rolldown';

/** The bytes of a bundle, minified and gzipped. */
export interface Size {
  /** Loaded at the start. */
  loaded: number;
  /** Loaded only when a dynamic import is reached, which the call never does. */
  onDemand: number;
}

/**
 * Bundles a module for a browser, because that bundle must hold everything that is needed, and packages leave out what
 * they have for Node.js alone.
 *
 * @param alias name → file, for packages that are not installed beside the module
 */
export async function measureBundled(file: string, alias: Record<string, string> = {}): Promise<Size> {
  const { output } = await build({
    input: file,
    platform: 'browser',
    resolve: { alias },
    output: { minify: true },
    write: false,
    logLevel: 'warn',
  });
  const chunks = output.filter((one) => one.type === 'chunk');
  const atStart = findLoaded(chunks);
  return { loaded: weigh(atStart), onDemand: weigh(chunks.filter((chunk) => !atStart.has(chunk))) };
}

/** The entry and all that it imports statically, directly or not. */
function findLoaded(chunks: readonly OutputChunk[]): Set<OutputChunk> {
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set may grow while it is walked.
  for (const { imports } of reached) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) reached.add(chunk);
  }
  return reached;
}

/** Each chunk is a file of its own, and is gzipped by itself. */
function weigh(chunks: Iterable<OutputChunk>): number {
  let bytes = 0;
  for (const { code } of chunks) bytes += gzipSync(code, { level: 9 }).length;
  return bytes;
}
