/** The types of JSON values, each with a value of that type. */
export const JSON_VALUES = {
  null: null,
  boolean: true,
  number: 1,
  string: 'text',
  array: ['text'],
  object: { key: 'text' },
} as const;

export type JsonType = keyof typeof JSON_VALUES;
