import type { Statement } from './ledger.ts';
import { placeAt } from './ledger-pointer.ts';
import { quoted } from './quotation.ts';
import { isRecord, type Place, valueAt } from './readings/place.ts';
import { followPointer } from './references.ts';

/** A pointer to one value on the wire. */
const VALUE = /\/((enum|required)\/[^/]+|value\/\w+|url|name|example)$/;

/** The literals of a statement that stand neither at a node that it points at nor on the way to one. */
export function uncarried(contract: unknown, { says, contract: pointers }: Statement): string[] {
  const carried = pointers.flatMap((pointer) => {
    const place = placeAt(contract, pointer);
    return place === undefined ? [] : wordsAt(contract, place);
  });
  return quoted(says.en).filter((literal) => !carried.some((word) => word.includes(literal)));
}

/** The values on the wire that a statement points at and does not quote. */
export function unquotedValues(contract: unknown, { says, contract: pointers }: Statement): string[] {
  const values = pointers
    .filter((pointer) => VALUE.test(pointer))
    .map((pointer) => String(followPointer(contract, pointer)));
  return values.filter((value) => !quoted(says.en).includes(value));
}

/** All that stands at a node of the contract and on the way to it: names and values. */
export function wordsAt(contract: unknown, place: Place): string[] {
  const below = (value: unknown): unknown[] => {
    if (Array.isArray(value)) return value.flatMap(below);
    return isRecord(value)
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...below(inner)])
      : [value];
  };
  return [...place, ...below(valueAt(contract, place))].map(String);
}
