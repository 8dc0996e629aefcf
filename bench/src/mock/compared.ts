import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { SUCCESS } from './call.ts';

/** One measured server, as a command line of Node.js. */
export interface MockServer {
  name: string;
  /** What to run, and with which arguments. */
  command: (port: number) => string[];
  /** How often a hundred thousand requests are sent and its memory is read; more than once shows growth. */
  hundredThousands: number;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const CONTRACT = fileURLToPath(import.meta.resolve('@ax-cloud/channel-spec/openapi.json'));
const PRISM = createRequire(import.meta.url).resolve('@stoplight/prism-cli');

/** The built mock. */
export const MOCK = new URL('../../../apps/mock/dist/main.js', import.meta.url);

export const OURS = 'this mock';
const OURS_SILENT = 'this mock, --log off';
export const PRISM_LOGGING = 'prism mock';
export const PRISM_SILENT = 'prism mock -v error';
export const SCALAR = '@scalar/mock-server';
export const BARE = 'bare node:http';

const ours = (port: number, ...options: string[]) => [
  fileURLToPath(MOCK),
  '--port',
  String(port),
  ...options,
];
const prism = (port: number, ...options: string[]) => [
  PRISM,
  'mock',
  '-p',
  String(port),
  ...options,
  CONTRACT,
];

/** All servers, each as its own documentation starts it. What they print goes nowhere. */
export const SERVERS: readonly MockServer[] = [
  { name: OURS, command: (port) => ours(port), hundredThousands: 2 },
  { name: OURS_SILENT, command: (port) => ours(port, '--log', 'off'), hundredThousands: 1 },
  { name: PRISM_LOGGING, command: (port) => prism(port), hundredThousands: 1 },
  { name: PRISM_SILENT, command: (port) => prism(port, '-v', 'error'), hundredThousands: 1 },
  {
    name: SCALAR,
    command: (port) => [here('servers/scalar.ts'), String(port), CONTRACT],
    hundredThousands: 1,
  },
  {
    name: BARE,
    command: (port) => [here('servers/bare.ts'), String(port), String(SUCCESS.status), SUCCESS.body],
    hundredThousands: 1,
  },
];
