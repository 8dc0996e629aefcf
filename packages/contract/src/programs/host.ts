/**
 * A process that runs programs one after another, for `run-in-host.ts`. Packages of the registry are loaded and compiled once for
 * all of them. What lies in the job's root is loaded anew for each program, as a process of its own would load it.
 */
import { createRequire, registerHooks } from 'node:module';
import { extname, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInProcess } from '@ax-cloud/channel-spec/in-process';
import type { Ended, Job } from './job.ts';

const current = { job: 0, root: '' };
const { cache } = createRequire(import.meta.url);

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

/** What Node.js ends with when a module waits for something that nothing is left to bring about. */
const UNSETTLED = 13;
const { exit } = process;
let ends: 'by itself' | 'with nothing left to do' = 'by itself';
process.exit = (code) => {
  ends = 'by itself';
  return exit(code);
};
process.on('exit', (code) => {
  if (code === 0 && ends === 'with nothing left to do') process.exitCode = UNSETTLED;
});

process.on('message', async ({ root, cwd, entry, args, env }: Job) => {
  // It waits for no message while a program runs, so that it has nothing left to do when the program has not.
  process.channel?.unref();
  ends = 'with nothing left to do';
  const before = process.env;
  process.chdir(cwd);
  process.env = { ...env };
  Object.assign(current, { job: current.job + 1, root: `${pathToFileURL(root).href}/` });
  // CommonJS knows its modules by their file alone.
  for (const file of Object.keys(cache)) if (file.startsWith(root + sep)) delete cache[file];
  const ended = await runInProcess(pathToFileURL(entry), args).catch((error: Error): Ended => {
    const output = `${error.stack ?? error}\n`;
    return { code: 1, stdout: '', stderr: output, output };
  });
  ends = 'by itself';
  process.env = before;
  process.channel?.ref();
  process.send?.(ended);
});
