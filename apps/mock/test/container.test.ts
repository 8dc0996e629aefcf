import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { checkNodeVersion } from '../src/node-version.ts';
import { order, send } from './exchange.ts';

/** What the Containerfile says, carried out without a container: its files in a folder, its user, its commands. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const deploy = (name: string) => readFile(new URL(`../deploy/${name}`, import.meta.url), 'utf8');

const instructions = (await deploy('Containerfile'))
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1) as [name: string, value: string]);
const all = (name: string) => instructions.flatMap(([one, value]) => (one === name ? [value] : []));
const command = (name: string): string[] => JSON.parse(all(name)[0]?.replace(/^.*?\[/, '[') ?? '[]');
const [uid = 0, gid = 0] = all('USER')[0]?.split(':').map(Number) ?? [];

let folder = '';
let mock = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'container-'));
  await chmod(folder, 0o755);
  mock = join(folder, 'mock');
  for (const copied of all('COPY')) {
    const [from = '', to = ''] = copied.split(' ');
    await cp(join(ROOT, from), join(mock, to === './' ? from : to), { recursive: true });
  }
  // The user of the container may not have access to the folder of this Node.js.
  await mkdir(join(folder, 'bin'));
  await cp(process.execPath, join(folder, 'bin/node'), { dereference: true });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How a program of the container is run: without this process's environment, and on the loopback address. */
function setting(isRoot: boolean) {
  const env = Object.fromEntries(all('ENV').map((pair) => pair.split('=') as [string, string]));
  return {
    cwd: mock,
    env: { ...env, PATH: join(folder, 'bin'), AX_MOCK_HOST: '127.0.0.1' },
    ...(isRoot ? { uid, gid } : {}),
  };
}

describe('The container', () => {
  const isRoot = process.getuid?.() === 0;

  it('has a Node.js that the mock supports, and a user that is not root', () => {
    const [, version = ''] = /^node:([\d.]+)-slim$/.exec(all('FROM')[0] ?? '') ?? [];
    expect(() => checkNodeVersion(version)).not.toThrow();
    expect(uid).toBeGreaterThan(0);
  });

  it.skipIf(process.platform === 'win32')(
    `runs a healthy mock ${isRoot ? 'as its user' : 'as the current user (only root can switch)'} until SIGTERM ends it`,
    async () => {
      const options = setting(isRoot);
      const [program = '', ...args] = [...command('ENTRYPOINT'), ...command('CMD'), '--port', '0'];
      const child = spawn(join(folder, 'bin', program), args, options);
      onTestFinished(() => void child.kill('SIGKILL'));
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      await expect.poll(() => out, { timeout: 20_000 }).toContain('http://127.0.0.1:');
      const [url = '', port = ''] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(out) ?? [];
      expect((await send(url)).status).toBe(order.SUCCESS);

      const [check = '', ...checkArgs] = command('HEALTHCHECK');
      const healthy = (variables: object) =>
        promisify(execFile)(join(folder, 'bin', check), checkArgs, {
          ...options,
          env: { ...options.env, ...variables },
        });
      await healthy({ PORT: port });
      await healthy({ AX_MOCK_PORT: port, PORT: '1' });
      await expect(healthy({ AX_MOCK_PORT: '1' })).rejects.toThrow('Command failed');

      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(err).toBe('');
    },
  );
});

it('The Deployment runs the container as its user, checks its health, and uses its port', async () => {
  const [deployment, service, scaler] = parseAllDocuments(await deploy('kubernetes.yaml')).map((one) =>
    one.toJS(),
  );
  const { securityContext, containers } = deployment.spec.template.spec;
  expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: uid, runAsGroup: gid });
  const [{ ports, securityContext: rights, ...container }] = containers;
  expect(rights).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
  expect(ports).toEqual([{ name: 'http', containerPort: Number(all('EXPOSE')[0]) }]);
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
    expect(container[probe].httpGet).toEqual({ path: '/_mock/health', port: 'http' });
  expect(service.spec.ports[0].targetPort).toBe('http');
  expect(service.spec.selector).toEqual(deployment.spec.template.metadata.labels);
  expect(scaler.spec.scaleTargetRef.name).toBe(deployment.metadata.name);
});
