import type { Cancel, Setup } from './call.ts';

/** One way to make the call. */
export interface Library {
  name: string;
  /** Its module, which is also the entry of the measured bundle. */
  module: URL;
  /** What an application imports for it; undefined if it imports nothing. */
  specifier: string | undefined;
  /** The package that it comes from. */
  package: string | undefined;
  /** True when an application needs the package at run time, too. */
  installs: boolean;
  /** True when a failed status and a failed connection both come as an error or a value of its own. */
  handlesErrors: boolean;
}

export const BARE = 'bare fetch';
/** Bare fetch once more: how far it is from 1 is the noise of the run. */
export const CONTROL = 'bare fetch again';
export const OURS = 'this client';
export const OPENAPI_FETCH = 'openapi-fetch';

const module = (file: string) => new URL(`libraries/${file}.ts`, import.meta.url);
const bare = {
  module: module('bare-fetch'),
  specifier: undefined,
  package: undefined,
  installs: false,
  handlesErrors: false,
};
const library = (name: string, handlesErrors: boolean): Library => ({
  name,
  module: module(name),
  specifier: name,
  package: name,
  installs: true,
  handlesErrors,
});

/** A generator is needed once; what it generates stands in the application's own source. */
const generated = (name: string, generator: string, handlesErrors: boolean): Library => ({
  ...library(name, handlesErrors),
  specifier: `#${name}`,
  package: generator,
  installs: false,
});

export const LIBRARIES: readonly Library[] = [
  { name: BARE, ...bare },
  { name: CONTROL, ...bare },
  { ...library('@ax-cloud/channel-client', true), name: OURS, module: module('channel-client') },
  library(OPENAPI_FETCH, false),
  generated('hey-api', '@hey-api/openapi-ts', true),
  // It has errors of its own for a failed status and a time-out, but throws what the runtime throws for a connection.
  generated('redocly', '@redocly/cli', false),
  library('ofetch', true),
  library('ky', true),
  { ...library('@octokit/request', true), module: module('octokit-request') },
  library('axios', true),
];

/** @throws {Error} when there is none of this name */
export function findLibrary(name: string): Library {
  const found = LIBRARIES.find((library) => library.name === name);
  if (found === undefined)
    throw new Error(`There is no library "${name}". See bench/src/client/libraries.ts.`);
  return found;
}

/**
 * Sets a library up.
 *
 * @param baseUrl undefined where the global `fetch` is a stand-in, which takes any address
 */
export async function setUp({ module }: Library, baseUrl: string | undefined): Promise<Cancel> {
  const { setup }: { setup: Setup } = await import(module.href);
  return setup(baseUrl ?? 'http://127.0.0.1', baseUrl === undefined);
}
