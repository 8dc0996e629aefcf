import type { Contract } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';
import type { Violation } from './engine.ts';

/** Messages about invalid fields, by field. */
export type FieldErrors = Record<string, string[]>;

// Texts of Django REST framework that no example of the contract has.
const NULL_FIELD = '이 필드는 null일 수 없습니다.';
const NULL_BODY = 'No data provided';
const notAnObject = (type: string) => `유효하지 않은 데이터. 딕셔너리(dictionary)대신 ${type}를 받았습니다.`;

/**
 * Makes the function that words an invalid request's violations as Django REST framework does: one message for each
 * field at fault, taken from the contract's example with the same `x-violation`.
 */
export function createFieldErrors(
  contract: Contract,
): (violations: readonly Violation[], body: unknown) => FieldErrors {
  const messages = readMessages(contract);

  function word({ keyword, message }: Violation, value: unknown): string {
    if (value === null) return NULL_FIELD;
    const text = messages.get(keyword) ?? message;
    // The framework's message about a choice quotes what was sent; the contract's example quotes a value of its own.
    return keyword === 'enum' ? text.replace(/"[^"]*"/, () => quote(value)) : text;
  }

  return (violations, body) => {
    const errors = new Map<string, string>();
    for (const violation of violations) {
      const { field, keyword } = violation;
      if (field === undefined) {
        errors.set('non_field_errors', body === null ? NULL_BODY : notAnObject(pythonType(body)));
      } else if (!errors.has(field) || keyword === 'enum') {
        // A choice of the wrong type breaks `type` and `enum`; the framework only ever speaks of the choice.
        errors.set(field, word(violation, resolvePointer(body, `/${field}`)));
      }
    }
    return Object.fromEntries([...errors].map(([field, message]) => [field, [message]]));
  };
}

/** The contract's messages, by the JSON Schema keyword that they are about. */
function readMessages(contract: Contract): Map<string, string> {
  const messages = new Map<string, string>();
  for (const { examples } of contract.responses) {
    for (const { violation, value } of Object.values(examples)) {
      if (violation === undefined || typeof value !== 'object' || value === null) continue;
      const [first] = Object.values(value).flat();
      if (typeof first === 'string') messages.set(violation, first);
    }
  }
  return messages;
}

/** Lists and objects are not spelled out: a deeply nested one would exhaust the stack. */
function quote(value: unknown): string {
  if (typeof value === 'object') return Array.isArray(value) ? '"[…]"' : '"{…}"';
  return `"${value}"`;
}

function pythonType(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return Number.isInteger(value) ? 'int' : 'float';
}
