import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, promisify } from 'node:util';
import { startMock } from '@ax-cloud/channel-mock';
import { provokingCode } from '@ax-cloud/contract/order-code-form';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { expect, onTestFinished, test } from 'vitest';
import { bodyFor, CODE, contract, INPUT, PARAMETERS, pathOf, STATUS, STATUSES } from './call.ts';
import { CODE_ECHO, ORDER, STATUS_ECHOES, SUCCESS } from './documented.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program against the mock that imports the built package by its name, and gives what it prints. */
async function runWithPackage(name: string, program: (mockUrl: string) => string): Promise<string> {
  const mock = await startMock({ port: 0, log: 'off' });
  onTestFinished(() => mock.close());
  // Inside the package, so that its own name leads to what it exports.
  await mkdir(join(root, '.tmp'), { recursive: true });
  const folder = await mkdtemp(join(root, '.tmp/package-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, program(mock.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    env: { ...process.env, AX_API_KEY: 'key' },
  });
  return stdout;
}

const readme = await readFile(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)].map(([, code = '']) => code);

/** The one README example that holds this text. */
function example(text: string): string {
  const [found, ...others] = examples.filter((code) => code.includes(text));
  if (found === undefined || others.length > 0)
    throw new Error(`Exactly one README example must hold "${text}".`);
  return found;
}

/** Points an example at the mock in place of AX Cloud's test environment. */
function atMock(code: string, url: string): string {
  expect(code).toContain("environment: 'test'");
  return code.replace("environment: 'test'", `baseUrl: '${url}'`);
}

/** A code that no order has, and a code that a proxy responds to. */
const UNKNOWN = provokingCode(readRefusals(contract).order[0]);
const BAD_GATEWAY = '00000000-0000-4000-8000-000000000502';

/** The valid call and its order code, as code. */
const CALL = `channel.cancelTourOrder(${JSON.stringify(CODE)}, ${JSON.stringify(INPUT)})`;
const CODE_OF = `[${JSON.stringify(CODE_ECHO)}]`;
const CANCEL_AND_PRINT = `
const result = await ${CALL};
console.log(result.ok ? result.order${CODE_OF} : result.error.message);
process.exit(0);`;

/** A client with what the contract demands of every request, as code. */
function client(server: object, ...options: string[]): string {
  const given = JSON.stringify({ apiKey: 'key', ...server, ...PARAMETERS });
  return `createChannelClient({ ...${given}, ${options.join(', ')} })`;
}

test('every README example is run here', () => {
  expect(examples).toHaveLength(11);
});

test.each([
  ['with the types of a browser', ['ES2023', 'DOM', 'DOM.Iterable'], true],
  ['without the types of a browser', ['ES2023'], true],
  ['where the compiler is not strict', ['ES2023'], false],
])('every README example compiles %s', async (_, lib, strict) => {
  await mkdir(join(root, '.tmp'), { recursive: true });
  const folder = await mkdtemp(join(root, '.tmp/readme-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await Promise.all(examples.map((code, index) => writeFile(join(folder, `example-${index}.ts`), code)));
  const compilerOptions = {
    strict,
    experimentalDecorators: true,
    noEmit: true,
    target: 'ES2023',
    module: 'NodeNext',
    lib,
    types: ['node'],
    // The declarations of other packages are not checked.
    skipLibCheck: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
});

test('README example: the built package cancels the order', async () => {
  const program = example('if (result.ok)');
  expect(await runWithPackage('example.ts', (url) => atMock(program, url))).toBe(
    `${ORDER[STATUS_ECHOES[0] ?? CODE_ECHO]}\n`,
  );
});

test('README example of exceptions: the order of a success, and what an error says', async () => {
  const program = example('orThrow(');
  const refused = program
    .replace("process.env.AX_API_KEY ?? ''", "'invalid'")
    .replace('console.error', 'console.log');
  expect(await runWithPackage('example.ts', (url) => atMock(program, url))).toBe(
    `${ORDER[STATUS_ECHOES[0] ?? CODE_ECHO]}\n`,
  );
  expect(await runWithPackage('example.ts', (url) => atMock(refused, url))).toMatch(/^forbidden rejected /);
});

test('README example of an unknown order: it is pending before, and stays so only when it is unknown', async () => {
  const program = (url: string) => `${atMock(example('type State'), url)}
for (const code of ${JSON.stringify([CODE, UNKNOWN, BAD_GATEWAY])}) {
  const states: string[] = [];
  await cancel(code, async (state) => void states.push(state));
  console.log(states.join(', '));
}`;
  expect(await runWithPackage('example.ts', program)).toBe(
    'pending, cancelled\npending, not cancelled\npending, pending\n',
  );
});

test('README example of many orders: each is cancelled once, and a signal leaves the others unsent', async () => {
  const codes = Array.from({ length: 9 }, (_, index) => CODE.replace(/.$/, String(index)));
  const program = (url: string) => `${atMock(example('cancelAll'), url)}
const codes = ${JSON.stringify(codes)};
const all = await cancelAll(codes, new AbortController().signal);
console.log(all.size, [...all.values()].filter(({ ok }) => ok).length);
const none = await cancelAll(codes, AbortSignal.abort());
console.log([...none.values()].filter(({ error }) => error?.outcome === 'not_sent').length);`;
  expect(await runWithPackage('example.ts', program)).toBe('9 9\n9\n');
});

test('README example of a log: a line for each attempt, without the key', async () => {
  const printed = await runWithPackage(
    'example.ts',
    (url) => `${atMock(example('onExchange: log'), url)}
await ${CALL};`,
  );
  expect(JSON.parse(printed)).toMatchObject({ kind: 'ok', status: SUCCESS, attempt: 1 });
});

test('README example of NestJS: the module gives the client, and the filter turns a failure into a response', async () => {
  const { transpileModule, ModuleKind, ScriptTarget } = await import('typescript');
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2022,
    experimentalDecorators: true,
  };
  const program = (url: string) => `import 'reflect-metadata';
${transpileModule(atMock(example('@nestjs/common'), url), { compilerOptions }).outputText}
import { orThrow } from '@ax-cloud/channel-client';
Logger.overrideLogger(false);
const [provider] = Reflect.getMetadata('providers', ChannelModule);
const channel = provider.useFactory();
const response = { status: (status) => ({ json: (body) => console.log(status, JSON.stringify(body)) }) };
const host = { switchToHttp: () => ({ getResponse: () => response }) };
for (const code of ${JSON.stringify([UNKNOWN, BAD_GATEWAY])}) {
  const result = await channel.cancelTourOrder(code, ${JSON.stringify(INPUT)});
  try { orThrow(result); } catch (error) { new ChannelCancelFilter().catch(error, host); }
}`;
  expect(await runWithPackage('example.mjs', program)).toBe(
    '422 {"kind":"not_found","outcome":"rejected"}\n502 {"kind":"undocumented_status","outcome":"unknown"}\n',
  );
});

test('README example of a unit test: the mock fetch responds and records', async () => {
  const program = example('fetch.sent[0]');
  expect(await runWithPackage('example.ts', () => program)).toBe(
    `not_found\n${inspect(bodyFor({ ...INPUT, status: STATUSES.at(-1) ?? STATUS }))}\n`,
  );
});

test('README example of what the contract does not document: the order is unknown', async () => {
  const program = example('badGateway');
  expect(await runWithPackage('example.ts', () => program)).toBe('unknown\n');
});

/** The example as version 3 of MSW has it, and as the README says to write it for version 2. */
const MSW: [string, string][] = [
  ['MSW 3', example('setupServer')],
  [
    'MSW 2',
    example('setupServer')
      .replaceAll(/'msw(?=['/])/g, "'msw-2")
      .replace(
        /server\.listen\(.*\)/,
        /`(server\.listen\(\{ onUnhandledRequest.*?\))`/.exec(readme)?.[1] ?? '',
      ),
  ],
];

test.each(MSW)(
  'README example of %s: code that makes its own client gets the responses',
  async (_, setup) => {
    const program = `${setup}
import { createChannelClient } from '@ax-cloud/channel-client';
const channel = ${client({ environment: 'test' })};${CANCEL_AND_PRINT}`;
    expect(await runWithPackage('example.ts', () => program)).toBe(`${CODE}\n`);
  },
);

test.each(MSW)('README example of %s: an unknown request reaches no server', async (_, setup) => {
  const program = (url: string) => `${setup}
const sent = await fetch('${url}${pathOf(CODE)}', { method: '${contract.method}' }).catch(() => 'refused');
console.log(sent === 'refused' ? sent : sent.status);
process.exit(0);`;
  expect(await runWithPackage('example.ts', program)).toBe('refused\n');
});

test('README example of MSW: the scenarios end as without it, except for the body that is cut', async () => {
  const codes = (await loadScenarios()).map(({ code }) => code);
  const program = (setup: string, ...options: string[]) => `${setup}
import { createChannelClient } from '@ax-cloud/channel-client';
const channel = ${client({ environment: 'test' }, 'timeoutMs: 500, retries: 0', ...options)};
for (const code of ${JSON.stringify(codes)}) {
  const result = await channel.cancelTourOrder(code, ${JSON.stringify(INPUT)});
  console.log(code, result.ok || \`\${result.error.kind} \${result.error.outcome}\`);
}
process.exit(0);`;
  const mockFetch = "import { createMockFetch } from '@ax-cloud/channel-client/testing';";
  const without = await runWithPackage('example.ts', () => program(mockFetch, 'fetch: createMockFetch()'));
  const withMsw = await runWithPackage('example.ts', () => program(example('setupServer')));
  expect(withMsw).toBe(without.replace(/(2003) network unknown/, '$1 malformed_response unknown'));
  expect(without.trim().split('\n')).toHaveLength(codes.length);
});

test('README example of an agent: the request goes through it', async () => {
  const program = example('new Agent(').replace(
    'const channel',
    'dispatcher.on("connect", () => console.log("connected"));\nconst channel',
  );
  expect(await runWithPackage('example.ts', (url) => atMock(program, url) + CANCEL_AND_PRINT)).toBe(
    `connected\n${CODE}\n`,
  );
});

test('README example of a proxy: the request goes through it', async () => {
  const tunnels: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    tunnels.push(request.url ?? '');
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as { port: number };
  const program = example('new ProxyAgent(').replace(
    "process.env.HTTPS_PROXY ?? ''",
    `'http://127.0.0.1:${port}'`,
  );
  let mockUrl = '';
  const printed = await runWithPackage('example.ts', (url) => {
    mockUrl = url;
    return atMock(program, url) + CANCEL_AND_PRINT;
  });
  expect(printed).toBe(`${CODE}\n`);
  expect(tunnels).toEqual([new URL(mockUrl).host]);
});

test('the notice of the package that the CommonJS build contains is packed with it', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  expect(files.map(({ path }) => path)).toContain('dist/openapi-fetch.LICENSE');
  const notice = await readFile(join(root, 'dist/openapi-fetch.LICENSE'), 'utf8');
  expect(notice).toMatch(/MIT License[\s\S]+Copyright[\s\S]+permission notice shall be included/);
  expect(notice).toBe(await readFile(join(root, 'node_modules/openapi-fetch/LICENSE'), 'utf8'));
});

test('the testing entry can be required', async () => {
  const program = "console.log(typeof require('@ax-cloud/channel-client/testing').createMockFetch);";
  expect(await runWithPackage('example.cjs', () => program)).toBe('function\n');
});

test('the built package can be required', async () => {
  const printed = await runWithPackage(
    'example.cjs',
    (url) => `
      const { createChannelClient } = require('@ax-cloud/channel-client');
      const channel = ${client({ baseUrl: url })};
      ${CALL}.then((result) => console.log(result.ok && result.order${CODE_OF}));`,
  );
  expect(printed).toBe(`${CODE}\n`);
});

test.each([
  ['example.mjs', "import { createChannelClient } from '@ax-cloud/channel-client';"],
  ['example.cjs', "const { createChannelClient } = require('@ax-cloud/channel-client');"],
])('a program that only cancels does not load openapi-fetch (%s)', async (file, load) => {
  const printed = await runWithPackage(
    file,
    (url) => `${load}
      const { registerHooks } = process.getBuiltinModule('node:module');
      const loaded = [];
      registerHooks({
        resolve(specifier, context, next) {
          const found = next(specifier, context);
          loaded.push(found.url);
          return found;
        },
      });
      const channel = ${client({ baseUrl: url })};
      const call = ${JSON.stringify({ params: { path: { [contract.orderCode.name]: CODE } }, body: bodyFor(INPUT) })};
      ${CALL}
        .then(({ ok }) => console.log(ok, loaded.length))
        .then(() => channel.raw.${contract.method}('${contract.path}', call))
        .then(({ response }) => console.log(response.status, loaded.length > 0));`,
  );
  expect(printed).toBe(`true 0\n${contract.success.status} true\n`);
});
