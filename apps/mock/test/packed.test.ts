import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { contract, order, scenarios, send } from './exchange.ts';

/** The mock as it is published, unpacked into an empty folder outside of the repository. */

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const shell = process.platform === 'win32';
let folder = '';
let installed = '';

beforeAll(async () => {
  await access(join(ROOT, 'dist/main.js')).catch(() => {
    throw new Error(
      'apps/mock/dist/main.js is missing, so the mock cannot be packed. ' +
        'Run "pnpm exec turbo run build --filter=@ax-cloud/channel-mock", then the tests again.',
    );
  });
  folder = await mkdtemp(join(tmpdir(), 'packed-mock-'));
  await run('pnpm', ['pack', '--pack-destination', folder], { cwd: ROOT, shell });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  installed = join(folder, 'node_modules/@ax-cloud/channel-mock');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', 'node_modules/@ax-cloud/channel-mock', '--strip-components=1'], {
    cwd: folder,
    shell,
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function manifest() {
  return JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
}

/** Starts the package's command, as `npx` would, or the same file elsewhere. */
async function start(path?: string): Promise<{ child: ChildProcess; url: string; errors(): string }> {
  const command = path ?? join(installed, (await manifest()).bin['channel-mock']);
  const child = spawn(process.execPath, [command, '--port', '0'], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  await expect.poll(() => printed, { timeout: 20_000 }).toContain('http://127.0.0.1:');
  return { child, url: /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '', errors: () => errors };
}

/** Runs a program that ends with 1. */
async function runFails(...args: string[]): Promise<{ stderr: string }> {
  const { code, stderr } = await run(process.execPath, args).catch((error) => error);
  expect(code).toBe(1);
  return { stderr };
}

it('It has no dependencies, may be published, and lists the third-party code in it', async () => {
  const { dependencies, private: isPrivate, license, engines } = await manifest();
  expect(dependencies).toBeUndefined();
  expect(isPrivate).toBeUndefined();
  expect([license, engines]).toEqual(['MIT', { node: '^22.23 || >=24.18' }]);
  for (const file of ['LICENSE', 'README.md', 'dist/openapi.json', 'dist/scenarios.json'])
    await access(join(installed, file));
  expect(await readFile(join(installed, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')).toContain(
    '@stoplight/prism-http',
  );
});

it('Its command follows the packed contract, and ends on SIGTERM', async () => {
  const { child, url, errors } = await start();
  expect((await send(url)).status).toBe(order.SUCCESS);
  expect((await send(url, { headers: { authorization: undefined } })).status).toBe(
    order.refusals.missingKey.status,
  );
  const { json } = await send(url, { method: 'GET', path: '/_mock/health', body: '' });
  expect(json).toEqual({ status: 'ok', contract: contract.version });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(errors()).toBe('');
});

it('Its command makes up values, too', async () => {
  const { url } = await start();
  const { json } = await send(url, { headers: { prefer: 'dynamic=true' } });
  expect(order.orderIn(json)).toMatchObject(order.repeats());
});

describe('The build, outside of node_modules and in a folder of another name,', () => {
  let elsewhere = '';
  beforeAll(async () => {
    elsewhere = join(folder, 'a copy');
    await mkdir(elsewhere);
    await cp(join(installed, 'dist'), join(elsewhere, 'lib'), { recursive: true });
    await cp(join(installed, 'package.json'), join(elsewhere, 'package.json'));
  });

  it('responds, and causes no warning of Node.js', async () => {
    const { child, url, errors } = await start(join(elsewhere, 'lib/main.js'));
    expect((await send(url)).status).toBe(order.SUCCESS);
    const madeUp = await send(url, { headers: { prefer: 'dynamic=true' } });
    expect(madeUp.status).toBe(order.SUCCESS);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(errors()).toBe('');
  });

  it('starts the proxy, too', async () => {
    const env = { ...process.env, AX_BASE_URL: 'http://127.0.0.1:9', AX_PROXY_PORT: '0' };
    const child = spawn(process.execPath, [join(elsewhere, 'lib/proxy.js')], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    const output = { out: '', err: '' };
    child.stdout.on('data', (text: Buffer) => (output.out += text));
    child.stderr.on('data', (text: Buffer) => (output.err += text));
    await expect.poll(() => output.out, { timeout: 20_000 }).toContain('Send it to http://127.0.0.1:');
    expect(output.err).toBe('');
  });

  it.each(['openapi.json', 'scenarios.json'])('says in one line that %s is missing', async (name) => {
    const broken = join(folder, `without ${name}`);
    await cp(elsewhere, broken, { recursive: true });
    await rm(join(broken, 'lib', name));
    const { stderr } = await runFails(join(broken, 'lib/main.js'));
    expect(stderr).toMatch(/^\S.*is missing\. Install the package again, .*\n$/);
    expect(stderr).toContain(join(broken, 'lib', name));
    const program = join(broken, 'program.mjs');
    await writeFile(program, "import { startMock } from './lib/index.js';\nawait startMock({ port: 0 });\n");
    // Node.js prints the line that threw, which must not be the whole package.
    expect((await runFails(program)).stderr.length).toBeLessThan(3000);
  });
});

describe('On a Node.js that is too old', () => {
  const old = [
    '--import',
    "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})",
  ];

  it.each(['--help', '--version', '--scenarios'])('%s works', async (option) => {
    const { stdout } = await run(process.execPath, [...old, join(installed, 'dist/main.js'), option]);
    expect(stdout).not.toBe('');
  });

  it.each(['main.js', 'proxy.js'])('%s says in one line what is needed', async (name) => {
    const { stderr } = await runFails(...old, join(installed, 'dist', name));
    expect(stderr).toMatch(/^This is Node\.js 20\.20\.2, and the mock needs Node\.js .*\n$/);
  });
});

it('It can be started from a program, which finds its types', async () => {
  await writeFile(
    join(folder, 'program.mjs'),
    `import { startMock } from '@ax-cloud/channel-mock';
     const mock = await startMock({ port: 0 });
     const response = await fetch(mock.url + '/_mock/health');
     console.log((await response.json()).status);
     await mock.close();`,
  );
  const { stdout } = await run(process.execPath, [join(folder, 'program.mjs')], { cwd: folder });
  expect(stdout).toBe('ok\n');
  const types = await readFile(join(installed, 'dist/index.d.ts'), 'utf8');
  expect(types).toContain('startMock');
  expect(types).not.toMatch(/@ax-cloud\/(channel-spec|contract)/);
});

it('It lists its scenarios', async () => {
  const command = join(installed, 'dist/main.js');
  const { stdout } = await run(process.execPath, [command, '--scenarios']);
  for (const { code } of scenarios) expect(stdout).toContain(code);
});
