import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LaunchOptions } from 'playwright-core';
import type { TestProject } from 'vitest/node';

/** What all test files share: a fresh build of the site, its server, and a browser. */
export interface Shared {
  /** The folder of the site. */
  folder: string;
  /** The URL of its server, with a trailing slash. */
  url: string;
  /** How to start a browser; undefined if none is installed. */
  browser: LaunchOptions | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    shared: Shared;
  }
}

/** Builds and serves the site once for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<unknown>> {
  const child = fork(fileURLToPath(new URL('shared-site.ts', import.meta.url)));
  const exited = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), exited.then(() => undefined)]);
  if (first === undefined) throw new Error('The site could not be built and served. What is above says why.');
  const [shared] = first as [Shared];
  project.provide('shared', shared);
  return () => {
    child.disconnect();
    return exited;
  };
}
