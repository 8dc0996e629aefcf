import type { Contract } from '@ax-cloud/contract/contract';
import type { InvalidPart } from '@ax-cloud/contract/invalid-request';
import { createWording, INPUT, quoteInput, type ViolationKind } from '@ax-cloud/contract/messages';
import type { Violation } from './violation.ts';

/** Which kind of violation the message of a field is about if it breaks several rules. */
const PRECEDENCE: readonly ViolationKind[] = [
  'nullBody',
  'object',
  'required',
  'null',
  'enum',
  'type',
  'unknown',
  'blank',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
];

/** The message for a violation without a wording of its own. */
const UNWORDED = '유효하지 않은 값입니다.';

/**
 * Makes the function that reports what is wrong with a request as Django REST framework does: one message for each invalid field,
 * parameter or body, in the contract's order. A violation inside a field counts as the field's.
 */
export function createInvalidParts(contract: Contract): (violations: readonly Violation[]) => InvalidPart[] {
  const word = createWording(contract);
  const order = [
    ...contract.headers.map(({ name }) => `header ${name}`),
    ...contract.query.map(({ name }) => `query ${name}`),
    ...contract.request.fields.map(({ name }) => `field ${name}`),
  ];
  const places = new Map(order.map((part, index) => [part, index]));
  const placeOf = ({ in: place, name }: Pick<Violation, 'in' | 'name'>) =>
    places.get(`${place} ${name}`) ?? order.length;

  function toPart(
    { in: place, name, value, schema }: Violation,
    kind: ViolationKind | undefined,
  ): InvalidPart {
    const message =
      kind === undefined ? UNWORDED : word(kind, schema).replace(INPUT, () => quoteInput(kind, value));
    return { in: place, name, message };
  }

  return (violations) => {
    const worst = new Map<string, { violation: Violation; kind: ViolationKind | undefined; rank: number }>();
    for (const violation of violations) {
      const kind = kindOf(violation);
      const rank = kind === undefined ? PRECEDENCE.length : PRECEDENCE.indexOf(kind);
      const part = `${violation.in} ${violation.name}`;
      const known = worst.get(part);
      if (known === undefined || rank < known.rank) worst.set(part, { violation, kind, rank });
    }
    return [...worst.values()]
      .sort((a, b) => placeOf(a.violation) - placeOf(b.violation))
      .map(({ violation, kind }) => toPart(violation, kind));
  };
}

/** The kind of a violation; undefined where there is no wording for it. */
function kindOf({ in: place, keyword, value }: Violation): ViolationKind | undefined {
  if (place === 'body') return value === null ? 'nullBody' : 'object';
  if (keyword === 'additionalProperties') return 'unknown';
  if (value === null) return 'null';
  if (keyword === 'minLength' && value === '') return 'blank';
  return PRECEDENCE.find((kind) => kind === keyword);
}
