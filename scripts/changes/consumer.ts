import type { Contract } from '@ax-cloud/contract/contract';

/**
 * Writes a program that uses the client as its types demand, with one line for each use that they must refuse. It compiles
 * only if the types match the contract.
 */
export function consumerOf(contract: Contract): string {
  const { environment } = contract.servers[0] ?? { environment: 'test' };
  const { options, withoutRequired } = parameterOptions(contract);
  const given = [`apiKey: 'key'`, `environment: ${quote(environment)}`];
  const fields = contract.request.fields.filter(({ cancels }) => cancels === undefined);
  const example = exampleBody(contract);
  const values = fields.flatMap(({ name, required }) => {
    const value = example[name];
    return value !== undefined || required
      ? [{ name, required, text: `${quote(name)}: ${quote(value)}` }]
      : [];
  });
  const input = ['status', ...values.map(({ text }) => text)].join(', ');
  const uncancelled = contract.request.fields
    .find(({ cancels }) => cancels !== undefined)
    ?.schema.enum?.find((value) => !contract.cancels.includes(String(value)));
  const refused = [
    ...withoutRequired.map((part) => [
      `without ${part.name}`,
      `createChannelClient({ ${[...given, ...part.rest].join(', ')} })`,
    ]),
    ...values
      .filter(({ required }) => required)
      .map(({ name }) => {
        const rest = values.filter((one) => one.name !== name).map(({ text }) => text);
        return [`without ${name}`, `channel.cancelTourOrder('code', { ${['status', ...rest].join(', ')} })`];
      }),
    ...(uncancelled === undefined
      ? []
      : [
          [
            `${uncancelled} cancels nothing`,
            `channel.cancelTourOrder('code', { ${input.replace('status', `status: ${quote(uncancelled)}`)} })`,
          ],
        ]),
    ['no such field', `channel.cancelTourOrder('code', { ${input}, noSuchField: 1 })`],
  ];
  return [
    `import { type CancelStatus, createChannelClient } from '@ax-cloud/channel-client';`,
    '',
    `const channel = createChannelClient({ ${[...given, ...options].join(', ')} });`,
    `export const statuses: CancelStatus[] = ${JSON.stringify(contract.cancels)};`,
    '',
    'export async function cancel(status: CancelStatus): Promise<unknown> {',
    `  const result = await channel.cancelTourOrder('code', { ${input} });`,
    '  if (!result.ok) return result.error.kind;',
    '  const { order } = result;',
    `  return [${Object.keys(contract.success.echoes)
      .map((field) => `order[${quote(field)}]`)
      .join(', ')}];`,
    '}',
    '',
    'export function refused(status: CancelStatus): unknown {',
    '  return [',
    ...refused.flatMap(([why, expression]) => [`    // @ts-expect-error ${why}`, `    ${expression},`]),
    '  ];',
    '}',
    '',
  ].join('\n');
}

/** The options for declared headers and query parameters, and the options without each required parameter. */
function parameterOptions({ headers, query }: Contract) {
  const write = (left?: string) =>
    Object.entries({ headers, query }).flatMap(([option, parameters]) => {
      const given = parameters.filter(({ name }) => name !== left);
      const pairs = given.map(({ name, example }) => `${quote(name)}: ${quote(example)}`);
      return parameters.length === 0 ? [] : [`${option}: { ${pairs.join(', ')} }`];
    });
  const required = [...headers, ...query].filter((parameter) => parameter.required);
  return { options: write(), withoutRequired: required.map(({ name }) => ({ name, rest: write(name) })) };
}

/** The first example of a request. */
function exampleBody({ request }: Contract): Readonly<Record<string, unknown>> {
  return (Object.values(request.examples)[0]?.value ?? {}) as Record<string, unknown>;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}
