import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { convertToOlder } from '@ax-cloud/channel-docs/openapi-3.0';
import { loadContract } from '@ax-cloud/contract/contract';
import { GO, MAVEN, PYTHON_WITH_VENV, type Tool } from '../tools.ts';
import { CACHE, SOURCES } from './folders.ts';
import { GENERATOR_VERSIONS, optionsOf, type Row } from './rows.ts';
import { MAVEN_DEPENDENCIES, pythonForGenerators } from './toolchains.ts';

const run = promisify(execFile);

/** A command and its first arguments, such as `java -jar generator.jar`. */
interface Command {
  program: string;
  first: readonly string[];
}

/** One of other people's generators. */
interface Generator {
  /** What must be installed here for it to run. */
  needs: readonly Tool[];
  /** What a partner types in place of {@link Command}. */
  shown: string;
  /** The contract that it reads, where that is not the original: the docs offer both. */
  reads?: 'openapi-3.0.yaml';
  /** Installs the version that generators.yaml names. */
  install(version: string): Promise<Command>;
  /** The arguments after which it prints its version. */
  version: readonly string[];
  args(row: Row, contract: string, output: string): string[];
}

/** The generators, by the name that generators.yaml has for them. */
export const GENERATORS: Readonly<Record<string, Generator>> = {
  'openapi-generator': {
    needs: MAVEN,
    shown: 'openapi-generator-cli',
    install: (version) => installJar('org.openapitools:openapi-generator-cli', version),
    version: ['version'],
    args: (row, contract, output) => [
      'generate',
      ...['-i', contract, '-g', row.target ?? '', '-o', output],
      ...(row.library === undefined ? [] : ['--library', row.library]),
      ...Object.entries(optionsOf(row)).flatMap(([name, value]) => [
        '--additional-properties',
        `${name}=${value}`,
      ]),
    ],
  },
  'swagger-codegen': {
    needs: MAVEN,
    shown: 'swagger-codegen-cli',
    reads: 'openapi-3.0.yaml',
    install: (version) => installJar('io.swagger.codegen.v3:swagger-codegen-cli', version),
    version: ['version'],
    args: (row, contract, output) => [
      'generate',
      ...['-i', contract, '-l', row.target ?? '', '-o', output],
      ...(row.library === undefined ? [] : ['--library', row.library]),
      ...flagsOf(row, '--'),
    ],
  },
  'oapi-codegen': {
    needs: GO,
    shown: 'oapi-codegen',
    install: async (version) => {
      const bin = join(CACHE, 'oapi-codegen', version);
      mkdirSync(bin, { recursive: true });
      const module = `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@${version}`;
      await run('go', ['install', module], { env: { ...process.env, GOBIN: bin } });
      return { program: join(bin, 'oapi-codegen'), first: [] };
    },
    version: ['-version'],
    args: (row, contract, output) => [
      ...flagsOf(row, '-'),
      ...['-o', join(output, 'client.gen.go'), contract],
    ],
  },
  'openapi-python-client': {
    needs: PYTHON_WITH_VENV,
    shown: 'openapi-python-client',
    install: async () => {
      const interpreter = await pythonForGenerators();
      return { program: join(dirname(interpreter), 'openapi-python-client'), first: [] };
    },
    version: ['--version'],
    args: (row, contract, output) => [
      'generate',
      ...['--path', contract, '--output-path', output, '--overwrite'],
      ...flagsOf(row, '--'),
    ],
  },
  'hey-api': {
    needs: [],
    shown: 'openapi-ts',
    install: async () => {
      const { resolve } = createRequire(join(SOURCES, 'hey-api/package.json'));
      const manifest = resolve('@hey-api/openapi-ts/package.json');
      return { program: process.execPath, first: [join(dirname(manifest), 'bin/run.js')] };
    },
    version: ['--version'],
    args: (row, contract, output) => [...['-i', contract, '-o', output], ...flagsOf(row, '--')],
  },
};

/** The options of a row, each as a flag with its value. */
function flagsOf(row: Row, dashes: '-' | '--'): string[] {
  return Object.entries(optionsOf(row)).flatMap(([name, value]) => [`${dashes}${name}`, value]);
}

/** The place of the contract's bundle, which partners have as a file of the same name. */
const CONTRACT = fileURLToPath(import.meta.resolve('@ax-cloud/channel-spec/openapi.yaml'));
const OUTPUT_LIMIT = 64 * 1024 * 1024;
const installed = new Map<string, Promise<Command>>();

/** Generates what a row says from the bundled contract. */
export async function generate(row: Row, output: string): Promise<void> {
  mkdirSync(output, { recursive: true });
  const { program, first } = await install(row.generator);
  const { reads, args: argsOf } = generatorOf(row.generator);
  const contract = reads === undefined ? CONTRACT : await writeOlderContract(reads);
  const args = [...first, ...argsOf(row, contract, output)];
  await run(program, args, { maxBuffer: OUTPUT_LIMIT });
}

/** The command that a partner types. */
export function commandOf(row: Row): string {
  const { shown, reads = 'openapi.yaml', args } = generatorOf(row.generator);
  const quote = (arg: string) => (/^[\w./:=,@-]+$/.test(arg) ? arg : `'${arg}'`);
  return [shown, ...args(row, reads, 'client').map(quote)].join(' ');
}

/** What a generator prints as its version. */
export async function printedVersion(name: string): Promise<string> {
  const { program, first } = await install(name);
  const { stdout, stderr } = await run(program, [...first, ...generatorOf(name).version]);
  return `${stdout}${stderr}`;
}

/** What a generator needs, and must be installed here. */
export function neededFor(name: string): readonly Tool[] {
  return generatorOf(name).needs;
}

function install(name: string): Promise<Command> {
  const command = installed.get(name) ?? generatorOf(name).install(GENERATOR_VERSIONS[name]?.version ?? '');
  installed.set(name, command);
  return command;
}

function generatorOf(name: string): Generator {
  const generator = GENERATORS[name];
  if (generator !== undefined) return generator;
  throw new Error(
    `generators.yaml names the generator "${name}". Describe it in e2e/src/generators/generate.ts.`,
  );
}

/** Installs a program of Maven's, `group:artifact`. */
async function installJar(program: string, version: string): Promise<Command> {
  const folder = join(CACHE, 'jars');
  const jar = join(folder, `${program.split(':').at(-1)}-${version}.jar`);
  const artifact = `-Dartifact=${program}:${version}`;
  const copy = `${MAVEN_DEPENDENCIES}:copy`;
  if (!existsSync(jar)) await run('mvn', ['-q', '-B', copy, artifact, `-DoutputDirectory=${folder}`]);
  return { program: 'java', first: ['-jar', jar] };
}

/** Writes the contract as the docs convert it. JSON is YAML, too. */
async function writeOlderContract(name: string): Promise<string> {
  const { document } = await convertToOlder((await loadContract()).document);
  const file = join(CACHE, name);
  await writeFile(file, JSON.stringify(document));
  return file;
}
