import type { Contract, Language } from '@ax-cloud/contract/contract';
import { resolveSchema, type Schema } from '@ax-cloud/contract/schema';
import { type Node, objectAt } from './node.ts';
import { linkQuestions } from './question-links.ts';

/**
 * Makes the copy of a contract that Redoc renders. Descriptions that Redoc drops are added to descriptions that it shows, and the
 * questions in texts become links.
 *
 * @param introduction replaces the contract's own
 */
export function showTexts(contract: Contract, language: Language, introduction: string): Node {
  const document = structuredClone(contract.document) as Node;
  foldBodies(contract, objectAt(document, 'paths', contract.path, contract.method.toLowerCase()));
  for (const schema of Object.values(objectAt(document, 'components', 'schemas')))
    foldFields(contract, schema as Node);
  const shown = { ...document, info: { ...objectAt(document, 'info'), description: introduction } };
  return linkTexts(shown, language) as Node;
}

/** Redoc does not show the title and the description of a body's schema: they go to the body. */
function foldBodies(contract: Contract, operation: Node): void {
  const bodies = [operation.requestBody, ...Object.values(operation.responses as Node)] as Node[];
  for (const body of bodies) {
    const { schema } = objectAt(body, 'content', 'application/json') as { schema?: Schema };
    if (schema === undefined) continue;
    const { title } = resolveSchema(contract.document, schema) as Described;
    append(body, [...(title === undefined ? [] : [`**${title}**`]), ...textsOf(contract, schema)]);
  }
}

/**
 * Redoc does not show the description of a referenced schema if the field has its own description. It never shows that of a list's
 * items.
 */
function foldFields(contract: Contract, schema: Node): void {
  for (const field of Object.values(objectAt(schema, 'properties')) as Node[]) {
    const { $ref, items, properties } = field as Schema & Described;
    if ($ref !== undefined) append(field, textsOf(contract, { $ref }));
    else if (items !== undefined) append(field, textsOf(contract, items));
    if (properties !== undefined) foldFields(contract, field);
  }
}

function append(node: Node, texts: readonly string[]): void {
  if (texts.length === 0) return;
  const own = typeof node.description === 'string' ? [node.description] : [];
  node.description = [...own, ...texts].map((text) => text.trim()).join('\n\n');
}

/** A schema, as far as this file needs it. */
interface Described {
  title?: string;
  description?: string;
  items?: Schema;
  properties?: Node;
}

/** The descriptions of a schema and of its items. */
function textsOf(contract: Contract, schema: Schema): string[] {
  const { description, items } = resolveSchema(contract.document, schema) as Described;
  const item: Described = items === undefined ? {} : resolveSchema(contract.document, items);
  return [description, item.description].filter((text) => text !== undefined);
}

/** Links the questions in every description of a document. */
function linkTexts(node: unknown, language: Language): unknown {
  if (Array.isArray(node)) return node.map((item) => linkTexts(item, language));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'description' && typeof value === 'string') return [key, linkQuestions(value, language)];
      if (key === 'x-enumDescriptions') return [key, linkValues(value as Record<string, string>, language)];
      // The keys are names of fields.
      if (key === 'properties') return [key, mapValues(value as Node, (field) => linkTexts(field, language))];
      // Data that is sent stays unchanged.
      return [key, ON_THE_WIRE.includes(key) ? value : linkTexts(value, language)];
    }),
  );
}

const ON_THE_WIRE = ['value', 'example', 'enum', 'default'];

function linkValues(meanings: Record<string, string>, language: Language): Node {
  return mapValues(meanings, (meaning) => linkQuestions(String(meaning), language));
}

function mapValues(node: Node, change: (value: unknown) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value)]));
}
