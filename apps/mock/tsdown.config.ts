import billOfMaterials from 'rollup-plugin-sbom';
import { defineConfig, type UserConfig } from 'tsdown';
import { builtIns } from './build/built-ins.ts';
import { madeUpValues } from './build/made-up-values.ts';
import { scenarios } from './build/scenarios.ts';
import { thirdPartyLicenses } from './build/third-party-licenses.ts';

/**
 * Builds in Prism and all other code: users install one package without dependencies, and it starts in half the time of a thousand
 * modules. The contract and the scenarios are beside the code, where own-files.ts looks for them.
 */
const config: UserConfig = defineConfig({
  entry: { main: 'src/main.ts', index: 'src/index.ts', proxy: 'src/proxy/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22',
  dts: { entry: ['src/index.ts'], oxc: true },
  deps: { alwaysBundle: [/./], onlyBundle: false },
  // Line breaks stay, because an uncaught error prints its whole line.
  minify: { compress: true, mangle: true, codegen: { removeWhitespace: false } },
  fixedExtension: false,
  // Stable file names, so that package.json can list what is packed.
  hash: false,
  plugins: [
    builtIns,
    madeUpValues(),
    scenarios,
    thirdPartyLicenses(),
    billOfMaterials({ outDir: '.', saveTimestamp: false, includeWellKnown: false }),
  ],
  alias: {
    // Its other build loads its parts in a way that cannot be bundled.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  copy: [{ from: '../../spec/dist/openapi.json', to: 'dist' }],
});

export default config;
