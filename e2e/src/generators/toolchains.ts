import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { makePythonEnvironment } from '../python.ts';
import { GO, MAVEN_WITH_JDK, PYTHON_WITH_VENV, type Tool } from '../tools.ts';
import { CACHE, SOURCES } from './folders.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const WINDOWS = process.platform === 'win32';

/** The plugin that copies artifacts and names a project's class path. */
export const MAVEN_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** What a generator wrote does not compile. */
export class CompileError extends Error {}

/** How a compiled consumer is started. */
export interface Program {
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** How a generated client is compiled, together with its consumer. */
export interface Toolchain {
  /** What must be installed here. */
  needs: readonly Tool[];
  /** The folder of the generated code, in the one that is built. */
  output: string;
  /**
   * Compiles a folder that has both.
   *
   * @throws {CompileError} when Java refuses what was generated
   * @throws {Error} when it cannot be built for another reason, with what the compiler wrote
   */
  build(folder: string): Promise<Program>;
}

/** The toolchains, by the name that generators.yaml has for them. */
export const TOOLCHAINS: Readonly<Record<string, Toolchain>> = {
  maven: {
    needs: MAVEN_WITH_JDK,
    // The project that openapi-generator writes; the one for Kotlin brings its own pom.xml, because Gradle would have to be downloaded.
    output: '.',
    build: async (folder) => {
      const classpath = join(folder, 'classpath.txt');
      const goals = ['compile', `${MAVEN_DEPENDENCIES}:build-classpath`];
      await run('mvn', ['-q', '-B', ...goals, `-Dmdep.outputFile=${classpath}`], { cwd: folder }).catch(
        (cause) => {
          throw /COMPILATION ERROR/.test(cause.stdout) ? new CompileError(cause.stdout) : cause;
        },
      );
      const path = [join(folder, 'target/classes'), readFileSync(classpath, 'utf8').trim()].join(delimiter);
      const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
      return { command: 'java', args: [...flags, '-cp', path, 'consumer.Consumer'] };
    },
  },
  go: {
    needs: GO,
    output: 'client',
    build: async (folder) => {
      const output = join(folder, WINDOWS ? 'consumer.exe' : 'consumer');
      await run('go', ['build', '-o', output, '.'], { cwd: folder });
      return { command: output, args: [] };
    },
  },
  python: {
    needs: PYTHON_WITH_VENV,
    output: 'client',
    build: async (folder) => {
      const interpreter = await pythonForGenerators();
      await run(interpreter, ['-m', 'compileall', '-q', folder]);
      return { command: interpreter, args: [join(folder, 'consumer.py')] };
    },
  },
  typescript: {
    needs: [],
    output: 'client',
    build: async (folder) => {
      const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
      await run(process.execPath, [tsc, '-p', folder]);
      return { command: process.execPath, args: [join(folder, 'dist/consumer.js')] };
    },
  },
};

let environment: Promise<string> | undefined;

/** One virtual environment for the generator in Python and for what both generated clients need. */
export function pythonForGenerators(): Promise<string> {
  environment ??= makePythonEnvironment(join(CACHE, 'python'), join(SOURCES, 'requirements.txt'));
  return environment;
}
