import type { Contract, Parameter } from '@ax-cloud/contract/contract';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { invalidValues, validValues } from './values.ts';

/** A request that is derived from the contract, and the expected response. */
export interface DerivedRequest {
  name: string;
  /**
   * `valid` expects the success, `invalid` the response to an invalid request, and a number the documented response with that
   * status. With `unsaid`, mock and mock fetch must only agree.
   */
  expected: 'valid' | 'invalid' | 'unsaid' | number;
  orderCode: string;
  /** The value of the header with the key; undefined sends no key. */
  key: string | undefined;
  headers: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** The text of the body. */
  body: string;
}

/** Derives requests at the limits of what the contract allows, and one beyond each limit. */
export function deriveRequests(contract: Contract, key: string): DerivedRequest[] {
  const examples = Object.values(contract.request.examples).map(
    ({ value }) => value as Record<string, unknown>,
  );
  const example = examples[0] ?? {};
  const valid: DerivedRequest = {
    name: 'the example',
    expected: 'valid',
    orderCode: String(contract.orderCode.example),
    key,
    headers: exampleValues(contract.headers),
    query: exampleValues(contract.query),
    body: JSON.stringify(example),
  };
  return [
    ...examples.map((body, index) => ({
      ...valid,
      name: `example ${index + 1}`,
      body: JSON.stringify(body),
    })),
    ...(['headers', 'query'] as const).flatMap((place) => ofParameters(contract, valid, place)),
    ...ofFields(contract, valid, example),
    ...ofBodies(valid),
    ...ofRefusals(contract, valid),
  ];
}

function exampleValues(parameters: readonly Parameter[]): Record<string, string> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, String(example)]));
}

function ofParameters(
  contract: Contract,
  valid: DerivedRequest,
  place: 'headers' | 'query',
): DerivedRequest[] {
  return contract[place].flatMap(({ name, required, example, ...parameter }): DerivedRequest[] => {
    const schema = { ...parameter.schema, examples: [example] };
    const { [name]: _, ...others } = valid[place];
    const withValue = (value: unknown) => ({ ...valid[place], [name]: String(value) });
    const provoking = contract.responses.flatMap(({ examples }) =>
      Object.values(examples).flatMap(({ provokedBy }) => Object.values(provokedBy)),
    );
    // A header is trimmed and cannot have Hangul. A provoking value gets another response.
    const sendable = ({ value }: { value: unknown }) =>
      /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(String(value)) && !provoking.includes(String(value));
    return [
      {
        ...valid,
        name: `without ${name}`,
        expected: refusalWithout(contract, place, name) ?? (required ? 'invalid' : 'valid'),
        [place]: others,
      },
      ...validValues(contract.document, schema)
        .filter(sendable)
        .map(({ label, value }) => ({
          ...valid,
          name: `${name}: ${label}`,
          [place]: withValue(value),
        })),
      ...invalidValues(contract.document, schema, 'text')
        .filter(sendable)
        .map(({ label, value }) => ({
          ...valid,
          name: `${name}: ${label}`,
          expected: 'invalid' as const,
          [place]: withValue(value),
        })),
    ];
  });
}

/** The status of the documented response to a request without a parameter, if there is one. */
function refusalWithout(contract: Contract, place: 'headers' | 'query', name: string): number | undefined {
  const expression = `$request.${place === 'headers' ? 'header' : 'query'}.${name}`;
  return readRefusals(contract).parameter.find(({ provokedBy }) => provokedBy[expression] === '')?.status;
}

function ofFields({ document, request }: Contract, valid: DerivedRequest, example: object): DerivedRequest[] {
  return request.fields.flatMap(({ name, required, schema }): DerivedRequest[] => {
    const send = (value: unknown) => JSON.stringify({ ...example, [name]: value });
    return [
      { ...valid, name: `without ${name}`, expected: required ? 'invalid' : 'valid', body: send(undefined) },
      ...validValues(document, schema).map(({ label, value }) => ({
        ...valid,
        name: `${name}: ${label}`,
        body: send(value),
      })),
      ...invalidValues(document, schema, 'json').map(({ label, value }) => ({
        ...valid,
        name: `${name}: ${label}`,
        expected: 'invalid' as const,
        body: send(value),
      })),
    ];
  });
}

function ofBodies(valid: DerivedRequest): DerivedRequest[] {
  const bodies = [
    '{}',
    'null',
    '[]',
    '"text"',
    '5',
    '{',
    '',
    '{"no-such-field":1}',
    `{"no-such-field":1,${valid.body.slice(1)}`,
  ];
  return bodies.map((body) => ({
    ...valid,
    name: `the body ${body.slice(0, 30)}`,
    expected: 'unsaid',
    body,
  }));
}

/** Requests that provoke each documented example, and requests with a malformed key and a malformed order code. */
function ofRefusals({ responses, orderCode }: Contract, valid: DerivedRequest): DerivedRequest[] {
  const provoked = responses.flatMap(({ examples }) =>
    Object.entries(examples).flatMap(([name, { provokedBy }]) =>
      Object.entries(provokedBy).map(([expression, value]): DerivedRequest => {
        const [, part = '', parameter = ''] = /^\$request\.(\w+)\.(.*)$/.exec(expression) ?? [];
        const changed = { ...valid, name: `what provokes ${name}`, expected: 'unsaid' as const };
        if (part === 'path') return { ...changed, orderCode: value };
        if (part === 'query') return { ...changed, query: { ...valid.query, [parameter]: value } };
        if (parameter.toLowerCase() === 'authorization')
          return { ...changed, key: value === '' ? undefined : value };
        return { ...changed, headers: { ...valid.headers, [parameter]: value } };
      }),
    ),
  );
  return [
    ...provoked,
    { ...valid, name: 'a key alone', expected: 'unsaid', key: 'key' },
    {
      ...valid,
      name: 'an order code of another form',
      expected: 'unsaid',
      orderCode: `x${String(orderCode.example)}`,
    },
  ];
}
