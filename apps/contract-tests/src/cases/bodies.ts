import type { Contract, Field } from '@ax-cloud/contract/contract';
import type { CaseContext } from '../case.ts';
import { allowsBody } from '../schema-check.ts';

/** A body in the contract's names. */
export type Body = Readonly<Record<string, unknown>>;

/** What of a run a body is made from. */
export type BodyContext = Pick<CaseContext, 'contract' | 'runId'>;

/** Stands for the run's id where cases are derived; every id has this form. */
export const SAMPLE_RUN_ID = 'contract-test 00000000';

/** The first request example of the contract: a cancellation that is right in every way. */
export function exampleBody(contract: Contract): Body {
  const [example] = Object.values(contract.request.examples);
  if (example === undefined) throw new Error('The contract has no request example.');
  return example.value as Body;
}

/** The fields of the request that take a status. */
export function statusFields({ request }: Contract): Field[] {
  return request.fields.filter(({ cancels }) => cancels !== undefined);
}

/** The field of the request that takes any text, first an optional one; undefined where there is none. */
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

/** The body with another text; undefined where the contract has no field for one, or does not allow this one. */
export function withText(contract: Contract, body: Body, text: string): Body | undefined {
  const field = textField(contract);
  if (field === undefined) return undefined;
  const { [field.name]: _, ...rest } = body;
  const changed = { ...rest, [field.name]: text };
  return allowsBody(contract, changed) ? changed : undefined;
}

/** The body without its text; undefined where the contract has no field for one, or requires it. */
export function withoutText(contract: Contract, body: Body): Body | undefined {
  const field = textField(contract);
  if (field === undefined) return undefined;
  const { [field.name]: _, ...rest } = body;
  return allowsBody(contract, rest) ? rest : undefined;
}

/** The first example, without its text where the contract allows that. */
export function bareExample(contract: Contract): Body {
  const example = exampleBody(contract);
  return withoutText(contract, example) ?? example;
}

/** The body with this in all its fields for a status. */
export function withStatus(contract: Contract, body: Body, status: string): Body {
  return { ...body, ...Object.fromEntries(statusFields(contract).map(({ name }) => [name, status])) };
}

/** The example with its Korean text, and the run's id in it where the contract allows that. */
export function exampleOfRun({ contract, runId }: BodyContext): Body {
  const example = exampleBody(contract);
  const text = example[textField(contract)?.name ?? ''];
  const tagged = typeof text === 'string' ? `${text} [${runId}]` : `[${runId}]`;
  return withText(contract, example, tagged) ?? example;
}

/**
 * The example with nothing but the run's id for a text, so that a fault with Korean text shows only where it is sent.
 * Where the contract does not allow that text, it is left out or stays as it is.
 */
export function taggedBody({ contract, runId }: BodyContext): Body {
  const example = exampleBody(contract);
  return withText(contract, example, `[${runId}]`) ?? withoutText(contract, example) ?? example;
}

/** The contract's second request example, or else another kind of cancel; undefined where there is neither. */
export function otherExample(contract: Contract): Body | undefined {
  const [first, second] = Object.values(contract.request.examples);
  if (first !== undefined && second !== undefined) return second.value as Body;
  return otherKind(contract);
}

/** A cancel of another kind than the first example, without a text where that is allowed; undefined where there is one kind only. */
export function otherKind(contract: Contract): Body | undefined {
  const example = exampleBody(contract);
  const fields = statusFields(contract);
  const isOther = (body: Body) => fields.some(({ name }) => body[name] !== example[name]);
  const shown = Object.values(contract.request.examples).find(({ value }) => isOther(value as Body));
  if (shown !== undefined) return shown.value as Body;
  return contract.cancels.map((cancel) => withStatus(contract, bareExample(contract), cancel)).find(isOther);
}
