import { readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Compiles a JSON Schema of `spec/`, by the name of its file. */
export async function schemaValidator(
  name: 'generated-clients' | 'scenarios' | 'source',
): Promise<ValidateFunction> {
  const url = new URL(import.meta.resolve(`@ax-cloud/channel-spec/${name}.schema.json`));
  const schema = JSON.parse(await readFile(url, 'utf8'));
  return new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
}
