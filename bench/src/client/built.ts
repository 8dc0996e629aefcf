import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Makes sure that what is measured, and what a peer is generated from, has been built.
 *
 * @throws {Error} naming what is missing and what to run
 */
export async function checkBuilt(): Promise<void> {
  for (const specifier of ['@ax-cloud/channel-client', '@ax-cloud/channel-spec/openapi.yaml']) {
    const file = fileURLToPath(import.meta.resolve(specifier));
    await access(file).catch((cause: unknown) => {
      throw new Error(
        `${specifier} is not built: ${file} is missing. Run "pnpm --filter @ax-cloud/channel-client bench", which builds it first.`,
        { cause },
      );
    });
  }
}
