import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Document } from 'yaml';
import type { ReportAt } from './file-problem.ts';
import { offsetAt } from './yaml-place.ts';

/** Keywords that fail only because something inside of them failed. */
const OUTER = ['if', 'oneOf', 'anyOf', 'allOf', 'propertyNames'];

/**
 * Checks a YAML document with a JSON Schema, and reports the first problem of each place.
 *
 * @returns whether it has none
 */
export function checkForm(document: Document, schema: URL, report: ReportAt): boolean {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  if (validate(document.toJS())) return true;
  const errors = validate.errors ?? [];
  const inner = errors.filter(({ keyword }) => !OUTER.includes(keyword));
  const places = new Map<string, ErrorObject>();
  for (const error of inner.length > 0 ? inner : errors) {
    const place = `${error.instancePath} ${Object.hasOwn(ADVICE, error.keyword) ? error.message : ''}`;
    if (!places.has(place)) places.set(place, error);
  }
  for (const error of places.values()) {
    const path = error.instancePath.split('/').slice(1).map(unescaped);
    report(offsetAt(document, [...path, ...unknownKey(error)]), messageOf(error));
  }
  return false;
}

/** What to do about the keys of an object. One object can have several such problems. */
const ADVICE: Readonly<Record<string, string>> = {
  required: 'Add it.',
  additionalProperties: 'Correct its name, or remove it.',
};

function messageOf(error: ErrorObject): string {
  const { instancePath, keyword, message = 'is not valid', params, parentSchema } = error;
  const { allowedValues = [] } = params as { allowedValues?: unknown[] };
  const details = [...unknownKey(error), ...allowedValues].join(', ');
  const what = `${instancePath || 'The file'} ${message}${details && ` (${details})`}.`;
  const { description } = (parentSchema ?? {}) as { description?: string };
  const [meant] = description?.split(/(?<=\.)\s/) ?? [];
  return `${what} ${ADVICE[keyword] ?? (meant === undefined ? 'Correct it.' : `It says: ${meant}`)}`;
}

/** A key that the schema does not have. Its place is better than that of the object. */
function unknownKey({ params }: ErrorObject): string[] {
  const { additionalProperty } = params as { additionalProperty?: string };
  return additionalProperty === undefined ? [] : [additionalProperty];
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
