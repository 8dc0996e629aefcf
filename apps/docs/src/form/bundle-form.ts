import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ENTRY = fileURLToPath(new URL('../browser/form/main.ts', import.meta.url));

/** Bundles the form's script. It includes the echo rules of `packages/contract`, so that there is no second version of them. */
export async function bundleForm(): Promise<string> {
  const bundle = await rolldown({ input: ENTRY, platform: 'browser' });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  return output[0].code;
}
