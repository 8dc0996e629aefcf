/**
 * A process that runs programs one after another, for `run-in-host.ts`. It loads packages from the registry once for all programs.
 * It loads the files in the job's root again for each program, as a new process would.
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
    // Some files read the extension of their own URL.
    return fresh ? { ...resolved, url: `${url}?job=${job}${extname(url)}` } : resolved;
  },
});

/** The exit code of Node.js for a top-level `await` that can never settle. */
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
  // The channel must not keep the process alive: the process ends if the program has nothing left to do.
  process.channel?.unref();
  ends = 'with nothing left to do';
  const before = process.env;
  process.chdir(cwd);
  process.env = { ...env };
  Object.assign(current, { job: current.job + 1, root: `${pathToFileURL(root).href}/` });
  // CommonJS caches modules by file name, without the query.
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
