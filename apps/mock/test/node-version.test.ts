import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { checkNodeVersion } from '../src/node-version.ts';

it.each(['22.23.0', '22.30.1', '24.18.0', '24.21.0', '25.0.0', process.versions.node])(
  'Node.js %s is accepted',
  (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow();
  },
);

it.each(['18.20.8', '20.20.2', '22.22.9', '23.11.0', '24.17.1'])(
  'Node.js %s is refused, with the versions that the manifest names',
  (version) => {
    expect(packageJson.engines.node).toBe('^22.23 || >=24.18');
    expect(() => checkNodeVersion(version)).toThrow(
      `This is Node.js ${version}, and the mock needs Node.js 22 from 22.23, or 24.18 or later.`,
    );
  },
);
