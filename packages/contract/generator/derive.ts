import { readFile } from 'node:fs/promises';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The JSON Schemas of `spec/`, with the root type and the module of each. */
const SCHEMAS = [
  { schema: 'source.schema.json', type: 'ledger', module: 'ledger.d.ts' },
  { schema: 'scenarios.schema.json', type: 'scenarios', module: 'scenarios.d.ts' },
  { schema: 'report.schema.json', type: 'report', module: 'report.d.ts' },
  { schema: 'generated-clients.schema.json', type: 'generatedClients', module: 'generated-clients.d.ts' },
] as const;

/** openapi-typescript takes the working folder for a URL, which a "%" breaks. The schemas refer to no file, so any URL serves. */
const HERE = new URL('.', import.meta.url);

/**
 * Derives the modules of `src/generated/`: a type for each JSON Schema, and one for each of its definitions.
 *
 * @returns the text of each file, by its name
 */
export async function deriveTypes(): Promise<ReadonlyMap<string, string>> {
  const modules = SCHEMAS.map(async ({ schema, type, module }) => {
    const url = new URL(import.meta.resolve(`@ax-cloud/channel-spec/${schema}`));
    const types = await toTypes(type, await readFile(url, 'utf8'));
    return [
      module,
      `/** Derived from spec/${schema} by "pnpm generate". Edit the schema, not this file. */\n\n${types}`,
    ] as const;
  });
  return new Map(await Promise.all(modules));
}

/** openapi-typescript reads OpenAPI, where a schema's definitions have another place. */
async function toTypes(name: string, schema: string): Promise<string> {
  const {
    $defs,
    $schema: _,
    ...whole
  } = JSON.parse(schema.replaceAll('"#/$defs/', '"#/components/schemas/'));
  const document: OpenAPI3 = {
    openapi: '3.1.0',
    info: { title: name, version: '1.0.0' },
    paths: {},
    components: { schemas: { ...$defs, [name]: whole } },
  };
  const options = { cwd: HERE, rootTypes: true, rootTypesNoSchemaPrefix: true, immutable: true };
  return astToString(await openapiTypescript(document, options));
}
