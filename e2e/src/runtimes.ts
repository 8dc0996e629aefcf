import { findNode, findProgramOf } from './program.ts';

/** A program that runs a JavaScript file. */
export interface Runtime {
  name: string;
  /** Undefined when it is not installed. */
  program: string | undefined;
  /** The arguments before the file. */
  flags: readonly string[];
  /** How it can load the client. */
  loads: readonly ('import' | 'require')[];
  /** How it identifies itself. */
  identity: RegExp;
  /** What is known after a refused connection. */
  refused: 'not_sent' | 'unknown';
}

/** Node.js wraps the system's error, with its code, in the one that `fetch` throws. */
function node(major: number, program: string | undefined): Runtime {
  return {
    name: `Node.js ${major}`,
    program,
    flags: [],
    loads: ['import', 'require'],
    identity: new RegExp(`^Node\\.js/${major}\\b`),
    refused: 'not_sent',
  };
}

/** The runtimes that run a file. workerd and browsers need more: see workerd.ts and browser.ts. */
export const RUNTIMES: readonly Runtime[] = [
  node(20, findNode(20)),
  node(22, findNode(22)),
  // The tests themselves run on the workspace's Node.js.
  node(24, process.version.startsWith('v24.') ? process.execPath : undefined),
  {
    name: 'Bun',
    program: findProgramOf('bun'),
    flags: ['--no-install'],
    loads: ['import', 'require'],
    identity: /^Bun\//,
    // Its error carries the system's code.
    refused: 'not_sent',
  },
  {
    name: 'Deno',
    program: findProgramOf('deno'),
    flags: ['run', '--no-remote', '--node-modules-dir=manual', '--allow-net=127.0.0.1'],
    loads: ['import'],
    identity: /^Deno\//,
    // Says only in the text of its error that the connection was refused, and a text can change.
    refused: 'unknown',
  },
];
