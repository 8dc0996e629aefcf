import { fileURLToPath } from 'node:url';
import { measureBundled } from './bundled.ts';
import { CONTENDERS } from './contenders.ts';

/**
 * Measures each contender's module, which does nothing but make the call.
 *
 * @returns bytes, minified and gzipped, by contender
 */
export async function measureSizes(): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const { name, module } of CONTENDERS) sizes.set(name, await measureBundled(fileURLToPath(module)));
  return sizes;
}
