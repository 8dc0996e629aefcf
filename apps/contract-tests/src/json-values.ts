/** The types of JSON values. */
export const JSON_TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

export type JsonType = (typeof JSON_TYPES)[number];

/** A value of a type that a careless server may take for the valid text: it holds that text where a type can. */
export function sampleOf(type: JsonType, valid: string): unknown {
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return true;
    case 'number':
      return 1;
    case 'string':
      return valid;
    case 'array':
      return [valid];
    case 'object':
      return { value: valid };
  }
}
