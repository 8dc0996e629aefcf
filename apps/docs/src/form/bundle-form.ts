import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ENTRY = fileURLToPath(new URL('../browser/form/main.ts', import.meta.url));

/** Bundles the form's script, with the contract's own rules of the echo in it, so that there is no second version of them. */
export async function bundleForm(): Promise<string> {
  const bundle = await rolldown({ input: ENTRY, platform: 'browser' });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  return output[0].code;
}
