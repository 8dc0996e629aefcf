import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Contract, Schema } from './contract.ts';
import { FORMATS } from './schema.ts';

/** The validators of a contract's schemas, compiled once for each contract. */
interface Validators {
  request: ValidateFunction;
  orderCode: ValidateFunction;
  /** By status. */
  responses: ReadonlyMap<number, ValidateFunction>;
}

const compiled = new WeakMap<Contract, Validators>();

/** Whether the contract allows this value as the body of a request. */
export function allowsBody(contract: Contract, body: unknown): boolean {
  return validatorsOf(contract).request(body);
}

/** Whether the contract allows this text for the order code in the path. A number or a boolean is parsed from the text. */
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
    request: ajv.compile(inDocument(contract.request.schema)),
    // Ajv coerces only properties of an object.
    orderCode: ofText.compile({ properties: { value: inDocument(contract.orderCode.schema) } }),
    responses: new Map(
      contract.responses.map(({ status, schema }) => [status, ajv.compile(inDocument(schema))]),
    ),
  };
  compiled.set(contract, validators);
  return validators;
}

/** Points the schema's references at the whole document. */
function inDocument(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
}
