import { cpus } from 'node:os';
import { checkBuilt } from './built.ts';
import { measureImports } from './cold-import.ts';
import { CONTENDERS, type Contender } from './contenders.ts';
import { generateClients } from './generate.ts';
import { judge } from './goals.ts';
import { measureInstalled, readVersion } from './installed.ts';
import { report } from './report.ts';
import type { Row } from './result.ts';
import { measureSizes } from './size.ts';
import { timeOverLoopback, timeStubbed } from './timing.ts';

const started = performance.now();
await checkBuilt();
await generateClients();

console.log('Timing with a stand-in for fetch …');
const stubbed = await timeStubbed();
console.log('Timing over loopback …');
const loopback = await timeOverLoopback();
console.log('Timing cold imports …');
const imports = await measureImports();
const sizes = await measureSizes();

const rows = await Promise.all(CONTENDERS.map(assemble));
const processors = cpus();
await report({
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpus: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
  seconds: Math.round((performance.now() - started) / 1000),
  rows,
  goals: judge(rows),
});

async function assemble(contender: Contender): Promise<Row> {
  const { name, handlesErrors, installs } = contender;
  const installed =
    contender.package !== undefined && installs
      ? await measureInstalled(contender.package)
      : { packages: 0, kilobytes: 0 };
  return {
    name,
    version: contender.package === undefined ? '' : await readVersion(contender.package),
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
  if (value === undefined) throw new Error(`"${name}" was left out of a measurement. See src/contenders.ts.`);
  return value;
}
