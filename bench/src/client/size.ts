import { fileURLToPath } from 'node:url';
import { measureBundled, type Size } from './bundled.ts';
import { LIBRARIES } from './libraries.ts';

/**
 * Measures each library's module, which does nothing but make the call.
 *
 * @returns the size, by library
 */
export async function measureSizes(): Promise<Map<string, Size>> {
  const sizes = new Map<string, Size>();
  for (const { name, module } of LIBRARIES) sizes.set(name, await measureBundled(fileURLToPath(module)));
  return sizes;
}
