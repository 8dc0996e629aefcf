import { defineConfig, type UserConfig } from 'tsdown';
import { thirdPartyLicenses } from './third-party-licenses.ts';

/**
 * Prism would send requests with it, to a server behind it or to a callback, neither of which the mock has. It brings
 * modules with it that Node.js warns of, and Node.js has its own.
 */
const builtInFetch = {
  name: 'built-in-fetch',
  resolveId: (id: string) => (id === 'node-fetch' ? '\0built-in-fetch' : undefined),
  load: (id: string) => (id === '\0built-in-fetch' ? 'export default fetch;' : undefined),
};

/**
 * Prism and all else is built in: what is installed is one package without dependencies, and it starts in half of the
 * time that a thousand modules take. The contract and the scenarios lie beside the code, where own-files.ts looks
 * for them.
 */
const config: UserConfig = defineConfig({
  entry: { main: 'src/main.ts', index: 'src/index.ts', proxy: 'src/proxy/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node24',
  dts: { entry: ['src/index.ts'], oxc: true },
  deps: { alwaysBundle: [/./], onlyBundle: false },
  minify: true,
  fixedExtension: false,
  plugins: [builtInFetch, thirdPartyLicenses()],
  alias: {
    // Prism only asks for the English one, which this is; the other seventy weigh megabytes.
    '@faker-js/faker': '@faker-js/faker/locale/en',
    // Its other build finds its parts in a way that cannot be built in.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  copy: [
    { from: '../../spec/dist/openapi.json', to: 'dist' },
    { from: '../../spec/scenarios.yaml', to: 'dist' },
  ],
});

export default config;
