import type { Contract } from '@ax-cloud/contract/contract';
import { resolveSchema } from '@ax-cloud/contract/schema';

/** The contract's examples of answers and the rules of its request, as the text of a module for the testing entry. */
export function examples(contract: Contract): string {
  const { responses, request } = contract;
  const answers = responses.flatMap(({ status, examples }) =>
    Object.values(examples).map(({ provokedBy, violation, value }) => ({
      status,
      key: provokedBy['$request.header.Authorization'],
      orderCode: provokedBy['$request.path.ax_order_code'],
      violation,
      body: value,
    })),
  );
  const { properties = {}, required = [] } = resolveSchema(contract, request.schema);
  const fields = Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.includes(name),
    values: resolveSchema(contract, property).enum,
  }));
  const literal = (value: unknown) => `${JSON.stringify(value, null, 2)};\n`;
  return [
    '/** An example of an answer, and what of a request brings it about. */',
    'export interface ExampleAnswer {\n  status: number;\n  /** The whole `Authorization` header. */\n  key?: string;\n  orderCode?: string;\n  /** The kind of mistake in the body. */\n  violation?: string;\n  body: object;\n}\n',
    '/** A field of the request. */',
    'export interface RequestField {\n  name: string;\n  required: boolean;\n  /** The values that it may have; any text where it is missing. */\n  values?: readonly string[];\n}\n',
    `export const ANSWERS: readonly ExampleAnswer[] = ${literal(answers)}`,
    `export const FIELDS: readonly RequestField[] = ${literal(fields)}`,
  ].join('\n');
}
