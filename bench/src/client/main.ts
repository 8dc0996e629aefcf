import { checkBuilt } from '../check-built.ts';
import { describeRun } from '../run.ts';
import { measureImports } from './cold-import.ts';
import { generateClients } from './generate.ts';
import { judge } from './goals.ts';
import { measureInstalled, readVersion } from './installed.ts';
import { LIBRARIES, type Library } from './libraries.ts';
import { report } from './report.ts';
import type { Row } from './result.ts';
import { measureSizes } from './size.ts';
import { timeOverLoopback, timeStubbed } from './timing.ts';

const started = performance.now();
await checkBuilt(
  ['@ax-cloud/channel-client', '@ax-cloud/channel-spec/openapi.yaml'].map((name) =>
    import.meta.resolve(name),
  ),
);
await generateClients();

console.log('Timing with a stand-in for fetch …');
const stubbed = await timeStubbed();
console.log('Timing over loopback …');
const loopback = await timeOverLoopback();
console.log('Timing cold imports …');
const imports = await measureImports();
const sizes = await measureSizes();

const rows = await Promise.all(LIBRARIES.map(assemble));
await report({ ...describeRun(started), rows, goals: judge(rows) });

async function assemble(library: Library): Promise<Row> {
  const { name, handlesErrors, installs } = library;
  const installed =
    library.package !== undefined && installs
      ? await measureInstalled(library.package)
      : { packages: 0, kilobytes: 0 };
  return {
    name,
    version: library.package === undefined ? '' : await readVersion(library.package),
    handlesErrors,
    stubbed: measured(stubbed, name),
    loopback: measured(loopback, name),
    size: measured(sizes, name),
    importMs: measured(imports, name),
    ...installed,
  };
}

function measured<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined)
    throw new Error(`"${name}" was left out of a measurement. See bench/src/client/libraries.ts.`);
  return value;
}
