import type { Contract } from '@ax-cloud/channel-spec/contract';
import { resolvePointer } from '@ax-cloud/channel-spec/expression';

/** The contract's examples of answers and the rules of its request, as the text of a module for the testing entry. */
export function examples({ responses, request, document }: Contract): string {
  const answers = responses.flatMap(({ status, examples }) =>
    Object.values(examples).map(({ provokedBy, violation, value }) => ({
      status,
      key: provokedBy['$request.header.Authorization'],
      orderCode: provokedBy['$request.path.ax_order_code'],
      violation,
      body: value,
    })),
  );
  const rules = resolve(request.schema);
  const properties = (rules.properties ?? {}) as Record<string, Record<string, unknown>>;
  const fields = Object.entries(properties).map(([name, property]) => ({
    name,
    required: ((rules.required ?? []) as string[]).includes(name),
    values: resolve(property).enum,
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

  /** Follows a reference; what stands beside it adds to it. */
  function resolve({ $ref, ...beside }: Readonly<Record<string, unknown>>): Record<string, unknown> {
    if (typeof $ref !== 'string') return beside;
    return { ...resolve(resolvePointer(document, $ref) as Record<string, unknown>), ...beside };
  }
}
