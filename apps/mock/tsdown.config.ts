import billOfMaterials from 'rollup-plugin-sbom';
import { defineConfig, type UserConfig } from 'tsdown';
import { builtIns } from './build/built-ins.ts';
import { madeUpValues } from './build/made-up-values.ts';
import { scenarios } from './build/scenarios.ts';
import { thirdPartyLicenses } from './build/third-party-licenses.ts';

/**
 * Prism and all else is built in: what is installed is one package without dependencies, and it starts in half of the
 * time that a thousand modules take. The contract and the scenarios lie beside the code, where own-files.ts looks
 * for them.
 */
const config: UserConfig = defineConfig({
  entry: { main: 'src/main.ts', index: 'src/index.ts', proxy: 'src/proxy/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  dts: { entry: ['src/index.ts'], oxc: true },
  deps: { alwaysBundle: [/./], onlyBundle: false },
  // Line breaks stay: an error that nobody catches shows the line that it comes from.
  minify: { compress: true, mangle: true, codegen: { removeWhitespace: false } },
  fixedExtension: false,
  // A file has the same name after every build, so that package.json can list what is packed.
  hash: false,
  plugins: [
    builtIns,
    madeUpValues(),
    scenarios,
    thirdPartyLicenses(),
    billOfMaterials({ outDir: '.', saveTimestamp: false, includeWellKnown: false }),
  ],
  alias: {
    // Its other build finds its parts in a way that cannot be built in.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  copy: [{ from: '../../spec/dist/openapi.json', to: 'dist' }],
});

export default config;
