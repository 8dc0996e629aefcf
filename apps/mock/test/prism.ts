import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundleUrl } from '@ax-cloud/contract/contract';
import { afterAll, beforeAll } from 'vitest';
import { freePort } from '../bench/src/free-port.ts';

/** Starts `prism mock`, as its makers ship it, with the contract for all tests of a file. */
export function usePrism(): { readonly url: string } {
  let url: string | undefined;
  let stop = () => {};
  beforeAll(async () => {
    const command = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
    const port = await freePort();
    const args = [command, 'mock', '--port', String(port), fileURLToPath(bundleUrl('en'))];
    const child = spawn(process.execPath, args);
    stop = () => void child.kill('SIGKILL');
    let printed = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (url === undefined) printed += text;
        if (printed.includes('is listening on')) resolve();
      });
      child.once('exit', () => reject(new Error(`Prism did not start: ${printed}`)));
    });
    url = `http://127.0.0.1:${port}`;
  }, 60_000);
  afterAll(() => stop());
  return {
    get url() {
      if (url === undefined) throw new Error('Prism runs only while tests do.');
      return url;
    },
  };
}
