/** Compiles the decorators, which Node.js does not run. Types are not checked here. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript-5.9';

const here = new URL('.', import.meta.url);
const { options, errors } = ts.convertCompilerOptionsFromJson(
  JSON.parse(readFileSync(new URL('tsconfig.json', here), 'utf8')).compilerOptions,
  '.',
);
if (errors.length > 0) throw new Error(JSON.stringify(errors.map(({ messageText }) => messageText)));

mkdirSync(new URL('dist/', here), { recursive: true });
for (const name of readdirSync(new URL('src/', here))) {
  const source = readFileSync(new URL(`src/${name}`, here), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: options, fileName: name });
  // The sources import each other as `.ts`; the output is `.js`.
  const output = outputText.replaceAll(/(from '\.\/[\w.-]+)\.ts'/g, "$1.js'");
  writeFileSync(new URL(`dist/${name.replace(/\.ts$/, '.js')}`, here), output);
}
