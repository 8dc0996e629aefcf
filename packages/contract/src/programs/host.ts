/**
 * A process that runs programs one after another, for `run-in-host.ts`. Packages of the registry are loaded and compiled once for
 * all of them. What lies in the job's root is loaded anew for each program, as a process of its own would load it.
 */
import { registerHooks } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInProcess } from '@ax-cloud/channel-spec/in-process';
import type { Ended, Job } from './job.ts';

const current = { job: 0, root: '' };

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const { job, root } = current;
    const { url } = resolved;
    const fresh =
      root !== '' && url.startsWith(root) && !url.includes('/node_modules/') && !url.includes('?');
    // Some files ask how their own address ends.
    return fresh ? { ...resolved, url: `${url}?job=${job}${extname(url)}` } : resolved;
  },
});

process.on('message', async ({ root, cwd, entry, args, env }: Job) => {
  // It waits for no message while a program runs, so that it has nothing left to do when the program has not.
  process.channel?.unref();
  const before = process.env;
  process.chdir(cwd);
  process.env = { ...env };
  Object.assign(current, { job: current.job + 1, root: `${pathToFileURL(root).href}/` });
  const ended = await runInProcess(pathToFileURL(entry), args).catch((error: Error): Ended => {
    const output = `${error.stack ?? error}\n`;
    return { code: 1, stdout: '', output };
  });
  process.env = before;
  process.channel?.ref();
  process.send?.(ended);
});
