import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Contract, Schema } from './contract.ts';
import { FORMATS } from './schema.ts';

/** A cache: the validators of a contract's schemas, each compiled when it is first needed. */
const compiled = new WeakMap<Contract, Map<string, ValidateFunction>>();

/** Whether the contract allows this value as the body of a request. */
export function allowsBody(contract: Contract, body: unknown): boolean {
  return validatorOf(contract, 'request', contract.request.schema)(body);
}

/** Whether the contract allows this text for the order code in the path. A number or a boolean is parsed from the text. */
export function allowsOrderCode(contract: Contract, code: string): boolean {
  // Only the property of an object can be coerced.
  const schema = { properties: { value: contract.orderCode.schema } };
  return validatorOf(contract, 'order code', schema, { coerceTypes: true })({ value: code });
}

/** The validator of a documented response's body; undefined where the contract does not document the status. */
export function responseValidator(contract: Contract, status: number): ValidateFunction | undefined {
  const documented = contract.responses.find((one) => one.status === status);
  return documented && validatorOf(contract, `${status}`, documented.schema);
}

// Lint has checked the schemas. Compiling JSON Schema's own schema to check them again would take longer than all the rest.
const OPTIONS: Options = {
  allErrors: true,
  strict: false,
  formats: FORMATS,
  meta: false,
  validateSchema: false,
};

function validatorOf(
  contract: Contract,
  of: string,
  schema: Schema,
  options: Options = {},
): ValidateFunction {
  const known = compiled.get(contract) ?? new Map<string, ValidateFunction>();
  compiled.set(contract, known);
  const validate = known.get(of) ?? compile(contract, schema, { ...OPTIONS, ...options });
  known.set(of, validate);
  return validate;
}

function compile({ document }: Contract, schema: Schema, options: Options): ValidateFunction {
  const ajv = new Ajv2020(options).addSchema({ ...document, $id: 'contract' });
  return ajv.compile(inDocument(schema));
}

/** Points the schema's references at the whole document. */
function inDocument(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
}
