import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Makes sure that the files to measure have been built.
 *
 * @param urls where they are
 * @throws {Error} naming the one that is missing and what to run
 */
export async function checkBuilt(urls: readonly string[]): Promise<void> {
  for (const file of urls.map((url) => fileURLToPath(url))) {
    await access(file).catch((cause: unknown) => {
      throw new Error(`${file} is missing. Run "pnpm bench" from the root, which builds it first.`, {
        cause,
      });
    });
  }
}
