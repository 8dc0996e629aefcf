import { defineConfig, type UserConfig } from 'tsdown';

const common: UserConfig = {
  entry: ['src/index.ts', 'src/testing.ts'],
  platform: 'neutral',
  target: 'node20',
  sourcemap: true,
  // A file has the same name after every build, so that package.json can list what is packed.
  hash: false,
};

const config: UserConfig[] = defineConfig([
  { ...common, format: 'esm', dts: true },
  // openapi-fetch's CommonJS build marks its default export in a way that a module of an ES package does not read, so it
  // is built in here.
  {
    ...common,
    format: 'cjs',
    dts: true,
    clean: false,
    // Its licence asks that the notice goes with it.
    copy: [{ from: 'node_modules/openapi-fetch/LICENSE', to: 'dist', rename: 'openapi-fetch.LICENSE' }],
    deps: { alwaysBundle: ['openapi-fetch'], onlyBundle: ['openapi-fetch', 'openapi-typescript-helpers'] },
  },
]);

export default config;
