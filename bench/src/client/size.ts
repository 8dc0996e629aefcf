import { fileURLToPath } from 'node:url';
import { measureBundled, type Size } from './bundled.ts';
import { CONTENDERS } from './contenders.ts';

/**
 * Measures each contender's module, which does nothing but make the call.
 *
 * @returns the size, by contender
 */
export async function measureSizes(): Promise<Map<string, Size>> {
  const sizes = new Map<string, Size>();
  for (const { name, module } of CONTENDERS) sizes.set(name, await measureBundled(fileURLToPath(module)));
  return sizes;
}
