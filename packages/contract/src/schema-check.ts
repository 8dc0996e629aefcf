import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Contract, Schema } from './contract.ts';
import { FORMATS } from './schema.ts';

/** What a contract's schemas say of values, compiled once for each contract. */
interface Validators {
  request: ValidateFunction;
  orderCode: ValidateFunction;
  /** By status. */
  responses: ReadonlyMap<number, ValidateFunction>;
}

const compiled = new WeakMap<Contract, Validators>();

/** Whether the contract allows this value for a request's body, in the contract's names. */
export function allowsBody(contract: Contract, body: unknown): boolean {
  return validatorsOf(contract).request(body);
}

/** Whether the contract allows this text for the order code in the path. A number or a boolean is read from it. */
export function allowsOrderCode(contract: Contract, code: string): boolean {
  return validatorsOf(contract).orderCode({ value: code });
}

/** The validator of a documented response's body; undefined where the contract does not document the status. */
export function responseValidator(contract: Contract, status: number): ValidateFunction | undefined {
  return validatorsOf(contract).responses.get(status);
}

function validatorsOf(contract: Contract): Validators {
  const known = compiled.get(contract);
  if (known !== undefined) return known;
  const options = { allErrors: true, strict: false, formats: FORMATS };
  const [ajv, ofText] = [new Ajv2020(options), new Ajv2020({ ...options, coerceTypes: true })];
  for (const one of [ajv, ofText]) one.addSchema({ ...contract.document, $id: 'contract' });
  const validators: Validators = {
    request: ajv.compile(atHome(contract.request.schema)),
    // Only the property of an object can be coerced.
    orderCode: ofText.compile({ properties: { value: atHome(contract.orderCode.schema) } }),
    responses: new Map(contract.responses.map(({ status, schema }) => [status, ajv.compile(atHome(schema))])),
  };
  compiled.set(contract, validators);
  return validators;
}

/** Points the schema's references at the whole document. */
function atHome(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
}
