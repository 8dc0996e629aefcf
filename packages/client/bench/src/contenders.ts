import type { Cancel, Setup } from './call.ts';

/** One way to make the call. */
export interface Contender {
  name: string;
  /** Its module, which is also the entry that its size is measured of. */
  module: URL;
  /** What an application imports for it; undefined where nothing has to be. */
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

const module = (file: string) => new URL(`contenders/${file}.ts`, import.meta.url);
const bare = {
  module: module('bare-fetch'),
  specifier: undefined,
  package: undefined,
  installs: false,
  handlesErrors: false,
};
const library = (name: string, handlesErrors: boolean): Contender => ({
  name,
  module: module(name),
  specifier: name,
  package: name,
  installs: true,
  handlesErrors,
});

/** A generator is needed once; what it generates stands in the application's own source. */
const generated = (name: string, generator: string, handlesErrors: boolean): Contender => ({
  ...library(name, handlesErrors),
  specifier: `#${name}`,
  package: generator,
  installs: false,
});

export const CONTENDERS: readonly Contender[] = [
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

/** Sets every contender up, by name. */
export async function setUp(baseUrl: string, stubbed: boolean): Promise<Map<string, Cancel>> {
  const ready = new Map<string, Cancel>();
  for (const contender of CONTENDERS) {
    const { setup }: { setup: Setup } = await import(contender.module.href);
    ready.set(contender.name, setup(baseUrl, stubbed));
  }
  return ready;
}
