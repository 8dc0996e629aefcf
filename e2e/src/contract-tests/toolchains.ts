import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makePythonEnvironment } from '../python.ts';
import { GO, MAVEN_WITH_JDK, PYTHON_WITH_VENV, RUST, type Tool } from '../tools.ts';

const run = promisify(execFile);
const E2E = fileURLToPath(new URL('../../', import.meta.url));
const SERVERS = join(E2E, 'servers');
const CACHE = join(E2E, 'node_modules/.cache/servers');
const WINDOWS = process.platform === 'win32';

/** How to start the servers of a stack. */
export interface Program {
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** What a stack needs before its servers start. */
export interface Toolchain {
  /** The tools without which the stack is skipped. */
  needs: readonly Tool[];
  /** Installs or compiles, and says how to start a server. */
  prepare(): Promise<Program>;
}

const inNode = (...path: string[]): Program => ({
  command: process.execPath,
  args: [join(SERVERS, ...path)],
});

const python = (stack: string): Toolchain => ({
  needs: PYTHON_WITH_VENV,
  prepare: async () => ({
    command: await preparePython(),
    args: [join(SERVERS, stack, 'main.py')],
    env: { PYTHONPATH: join(SERVERS, 'python'), PYTHONDONTWRITEBYTECODE: '1' },
  }),
});

/** The toolchain of each stack. */
export const TOOLCHAINS: Readonly<Record<string, Toolchain>> = {
  express: { needs: [], prepare: async () => inNode('express', 'main.mjs') },
  fastify: { needs: [], prepare: async () => inNode('fastify', 'main.mjs') },
  nest: {
    needs: [],
    prepare: async () => {
      await run(process.execPath, [join(SERVERS, 'nest/build.mjs')]);
      return inNode('nest', 'dist', 'main.js');
    },
  },
  fastapi: python('fastapi'),
  flask: python('flask'),
  django: python('django'),
  go: { needs: GO, prepare: async () => ({ command: await buildGo(), args: [] }) },
  spring: { needs: MAVEN_WITH_JDK, prepare: buildSpring },
  axum: { needs: RUST, prepare: async () => ({ command: await buildAxum(), args: [] }) },
};

let environment: Promise<string> | undefined;

/** Makes one virtual environment for the three stacks in Python. */
function preparePython(): Promise<string> {
  environment ??= makePythonEnvironment(join(CACHE, 'python'), join(SERVERS, 'python/requirements.txt'));
  return environment;
}

async function buildGo(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const output = join(CACHE, WINDOWS ? 'go-server.exe' : 'go-server');
  await run('go', ['build', '-o', output, '.'], { cwd: join(SERVERS, 'go') });
  return output;
}

/** As Spring Boot's manual shortens a start: compile little, and share an archive of the loaded classes. */
async function buildSpring(): Promise<Program> {
  const source = join(SERVERS, 'spring');
  const folder = join(CACHE, 'spring');
  const jar = join(folder, 'app/server.jar');
  const archive = join(folder, 'classes.jsa');
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
  if (!isNewer(archive, source)) {
    rmSync(folder, { recursive: true, force: true });
    await run('mvn', ['--quiet', '--batch-mode', 'package', `-Dbuild.folder=${folder}`], { cwd: source });
    await run('java', ['-Djarmode=tools', '-jar', 'server.jar', 'extract', '--destination', 'app'], {
      cwd: folder,
    });
    const once = ['-Dspring.context.exit=onRefresh', `-XX:ArchiveClassesAtExit=${archive}`];
    await run('java', [...flags, ...once, '-jar', jar], { env: { ...process.env, PORT: '0' } });
  }
  return { command: 'java', args: [...flags, `-XX:SharedArchiveFile=${archive}`, '-jar', jar] };
}

/** Whether a file was made after the last change in a folder. */
function isNewer(file: string, folder: string): boolean {
  const changedAt = (path: string) => statSync(path).mtimeMs;
  const within = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return existsSync(file) && within.every((path) => changedAt(join(folder, path)) < changedAt(file));
}

async function buildAxum(): Promise<string> {
  const folder = join(CACHE, 'axum');
  await run('cargo', ['build', '--quiet', '--target-dir', folder], { cwd: join(SERVERS, 'axum') });
  return join(folder, 'debug', WINDOWS ? 'cancel-order.exe' : 'cancel-order');
}
