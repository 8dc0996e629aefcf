import { pointerSteps } from './expression.ts';
import { isRecord, type Place, toPointer, valueAt } from './readings/place.ts';

const OPERATION = '#operation';
const SUCCESS = 'success';

/**
 * Follows a pointer of the ledger into the contract. It is a JSON pointer (RFC 6901) that an edit of the contract does
 * not shift: `#operation` is the contract's one operation, whatever its path; the response `success` is the one with
 * `x-echoes`; and an item of a list is named by its value, its `name`, its `x-environment` or its `label`.
 *
 * @returns the place of the node, or undefined when the pointer leads nowhere
 */
export function placeAt(contract: unknown, pointer: string): Place | undefined {
  const start = pointer.startsWith(OPERATION) ? operationPlace(contract) : [];
  const steps = pointerSteps(pointer.replace(/^#(operation)?/, ''));
  const place = [...start];
  for (const step of steps) {
    const key = keyOf(valueAt(contract, place), step);
    if (key === undefined) return undefined;
    place.push(key);
  }
  return place;
}

/** Writes the pointer of the ledger that leads to a place; the inverse of {@link placeAt}. */
export function pointerTo(contract: unknown, place: Place): string {
  const operation = operationPlace(contract);
  const within = operation.length > 0 && operation.every((key, index) => place[index] === key);
  const from = within ? operation.length : 0;
  const names = place.slice(from).map((key, index) => {
    const holder = valueAt(contract, place.slice(0, from + index));
    return nameOf(holder, key, place[from + index - 1]);
  });
  return `${within ? OPERATION : '#'}${toPointer(names).slice(1)}`;
}

function operationPlace(contract: unknown): Place {
  const paths = valueAt(contract, ['paths']);
  const [path] = Object.keys(Object(paths));
  const [method] = Object.keys(Object(valueAt(paths, [path ?? ''])));
  return path === undefined || method === undefined ? [] : ['paths', path, method];
}

function keyOf(node: unknown, step: string): string | number | undefined {
  if (Array.isArray(node)) {
    const index = node.findIndex((item) => namesOf(item).includes(step));
    return index === -1 ? undefined : index;
  }
  if (!isRecord(node)) return undefined;
  if (Object.hasOwn(node, step)) return step;
  return step === SUCCESS ? Object.keys(node).find((key) => isSuccess(node[key])) : undefined;
}

function nameOf(holder: unknown, key: string | number, parent: string | number | undefined): string {
  if (Array.isArray(holder)) return String(namesOf(holder[Number(key)])[0] ?? key);
  const isResponse = parent === 'responses' && isSuccess(valueAt(holder, [key]));
  return isResponse ? SUCCESS : String(key);
}

function isSuccess(response: unknown): boolean {
  return isRecord(response) && response['x-echoes'] !== undefined;
}

/** The names of a list item, the best one first. */
function namesOf(item: unknown): unknown[] {
  if (!isRecord(item)) return [String(item)];
  return [item.name, item['x-environment'], item.label, ...Object.keys(item)].filter(
    (name) => name !== undefined,
  );
}
