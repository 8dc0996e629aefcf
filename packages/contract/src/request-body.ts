import type { Contract, Field } from './contract.ts';
import { allowsBody } from './schema-check.ts';

/** A body of a request. */
export type Body = Readonly<Record<string, unknown>>;

/** The first request example of the contract: a cancellation that is right in every way. */
export function exampleBody({ request }: Contract): Body {
  const [example] = Object.values(request.examples);
  if (example === undefined) throw new Error('The contract has no request example.');
  return example.value as Body;
}

/** The fields of the request that take a status. */
export function statusFields({ request }: Contract): Field[] {
  return request.fields.filter(({ cancels }) => cancels !== undefined);
}

/** The fields of the request that do not take the status. */
export function otherFields({ request }: Contract): Field[] {
  return request.fields.filter(({ cancels }) => cancels === undefined);
}

/** A field of the request that takes any text, an optional one if possible; undefined where there is none. */
export function textField({ request }: Contract): Field | undefined {
  const texts = request.fields.filter(
    ({ schema, cancels }) =>
      [schema.type].flat().includes('string') &&
      cancels === undefined &&
      schema.enum === undefined &&
      schema.format === undefined,
  );
  return texts.find(({ required }) => !required) ?? texts[0];
}

/** The name of a field that the contract does not have. */
export function undeclaredField({ request }: Contract): string {
  const taken = request.fields.map(({ name }) => name);
  return taken.includes('reason') ? `x_${taken.join('_')}` : 'reason';
}

/** The body without one of its fields. */
export function without(body: Body, name: string | undefined): Body {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

/** The body with another text; undefined where the contract has no field for one, or does not allow this one. */
export function withText(contract: Contract, body: Body, text: string): Body | undefined {
  const field = textField(contract);
  if (field === undefined) return undefined;
  const changed = { ...without(body, field.name), [field.name]: text };
  return allowsBody(contract, changed) ? changed : undefined;
}

/** The body without its text; undefined where the contract has no field for one, or requires it. */
export function withoutText(contract: Contract, body: Body): Body | undefined {
  const field = textField(contract);
  const rest = without(body, field?.name);
  return field !== undefined && allowsBody(contract, rest) ? rest : undefined;
}

/** The first example, without its text where the contract allows that. */
export function bareExample(contract: Contract): Body {
  const example = exampleBody(contract);
  return withoutText(contract, example) ?? example;
}

/** The body with this status in each of its status fields. */
export function withStatus(contract: Contract, body: Body, status: string): Body {
  return { ...body, ...Object.fromEntries(statusFields(contract).map(({ name }) => [name, status])) };
}

/** The contract's second request example, or else another kind of cancel; undefined where there is neither. */
export function otherExample(contract: Contract): Body | undefined {
  const [first, second] = Object.values(contract.request.examples);
  return first !== undefined && second !== undefined ? (second.value as Body) : otherKind(contract);
}

/** A cancel of another kind than the first example, without a text if possible; undefined where there is only one kind. */
export function otherKind(contract: Contract): Body | undefined {
  const example = exampleBody(contract);
  const isOther = (body: Body) => statusFields(contract).some(({ name }) => body[name] !== example[name]);
  const shown = Object.values(contract.request.examples).map(({ value }) => value as Body);
  const made = contract.cancels.map((cancel) => withStatus(contract, bareExample(contract), cancel));
  return [...shown, ...made].find(isOther);
}

/**
 * The field that another reading of the contract has in place of a field: the one of the same name, or else the status field
 * at the same position among those whose names differ. Undefined where there is none.
 */
export function fieldIn(contract: Contract, written: Contract, name: string): string | undefined {
  if (contract.request.fields.some((field) => field.name === name)) return name;
  const renamed = (from: Contract, other: Contract) =>
    statusFields(from).filter((field) => !other.request.fields.some((one) => one.name === field.name));
  const index = renamed(written, contract).findIndex((field) => field.name === name);
  return index === -1 ? undefined : renamed(contract, written)[index]?.name;
}
