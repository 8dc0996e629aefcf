import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundleUrl } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll } from 'vitest';

/** Starts the original `prism mock` with a bundled contract for all tests of a file. */
export function usePrism(file = fileURLToPath(bundleUrl('en'))): { readonly url: string } {
  let url: string | undefined;
  let stop = () => {};
  beforeAll(async () => {
    const command = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
    const args = [command, 'mock', '--port', '0', file];
    const child = spawn(process.execPath, args);
    stop = () => void child.kill('SIGKILL');
    let printed = '';
    url = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (url === undefined) printed += text;
        const [, origin] = /is listening on (http:\S+)\s/.exec(printed) ?? [];
        if (origin !== undefined) resolve(origin);
      });
      child.once('exit', () => reject(new Error(`Prism did not start: ${printed}`)));
    });
  }, 60_000);
  afterAll(() => stop());
  return {
    get url() {
      if (url === undefined) throw new Error('Prism runs only while tests do.');
      return url;
    },
  };
}
