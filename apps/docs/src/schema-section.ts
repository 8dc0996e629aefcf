import type { Contract, Language, Parameter, Schema } from '@ax-cloud/contract/contract';
import { type ResolvedSchema, resolveSchema } from '@ax-cloud/contract/schema';
import { block, escapeHtml, inline } from './html.ts';
import { linkQuestions } from './question-links.ts';
import { TEXTS } from './texts.ts';

/** The keywords that limit a value, as they stand in the contract. */
const LIMITS = [
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
] as const;

type Described = ResolvedSchema & {
  title?: string;
  description?: string;
  'x-enumDescriptions'?: Readonly<Record<string, string>>;
};

/** Every parameter of the contract, with its limits and its description. */
export function renderParameters(contract: Contract, language: Language): string {
  const parameters: readonly Parameter[] = [contract.orderCode, ...contract.headers, ...contract.query];
  const rows = parameters.map(({ name, in: place, required, schema, description }) =>
    renderPart(contract, language, {
      name: `${name} (${place})`,
      required,
      schema: { ...schema, description },
    }),
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** Every named schema of the contract, with its fields, their limits, the meaning of each value, and every description. */
export function renderSchemas(contract: Contract, language: Language): string {
  const { schemas = {} } = (contract.document.components ?? {}) as {
    schemas?: Readonly<Record<string, Schema>>;
  };
  return Object.entries(schemas)
    .map(([name, schema]) => renderSchema(contract, language, name, schema))
    .join('\n');
}

function renderSchema(contract: Contract, language: Language, name: string, schema: Schema): string {
  const resolved: Described = resolveSchema(contract.document, schema);
  const { title = name, description = '', properties = {}, required = [] } = resolved;
  const fields = Object.entries(properties).map(([field, property]) =>
    renderPart(contract, language, { name: field, required: required.includes(field), schema: property }),
  );
  const items =
    resolved.items === undefined
      ? []
      : [renderPart(contract, language, { name: '[]', required: false, schema: resolved.items })];
  return `<h3>${escapeHtml(title)} <code>${escapeHtml(name)}</code></h3>
${block(linkQuestions(description, language))}
${renderLimits(resolved, language)}
<dl>
${[...fields, ...items].join('\n')}
</dl>`;
}

function renderPart(
  contract: Contract,
  language: Language,
  { name, required, schema }: { name: string; required: boolean; schema: Schema },
): string {
  const texts = TEXTS[language];
  const resolved: Described = resolveSchema(contract.document, schema);
  const named =
    typeof schema.$ref === 'string'
      ? ` <code>${escapeHtml(String(schema.$ref.split('/').at(-1)))}</code>`
      : '';
  const type = [resolved.type ?? ''].flat().join(' | ');
  return `<dt><code>${escapeHtml(name)}</code> ${escapeHtml(type)}${named}${required ? ` <em>${texts.required}</em>` : ''}</dt>
<dd>${block(linkQuestions(resolved.description ?? '', language))}${schema.$ref === undefined ? renderLimits(resolved, language) : ''}${renderItems(contract, language, schema)}</dd>`;
}

/** What a list that is described here holds. */
function renderItems(contract: Contract, language: Language, { $ref, items }: Schema): string {
  if ($ref !== undefined || typeof items !== 'object' || items === null) return '';
  return `<dl>\n${renderPart(contract, language, { name: '[]', required: false, schema: items as Schema })}\n</dl>`;
}

function renderLimits(schema: Described, language: Language): string {
  const limits = LIMITS.flatMap((keyword) =>
    schema[keyword] === undefined ? [] : [`<code>${keyword}: ${escapeHtml(String(schema[keyword]))}</code>`],
  );
  if (schema.additionalProperties === false) limits.push('<code>additionalProperties: false</code>');
  const meanings = schema['x-enumDescriptions'] ?? {};
  const values = (schema.enum ?? []).map(
    (value) =>
      `<li><code>${escapeHtml(String(value))}</code> ${inline(linkQuestions(meanings[String(value)] ?? '', language))}</li>`,
  );
  return `${limits.length === 0 ? '' : `<p>${limits.join(' ')}</p>`}${values.length === 0 ? '' : `<ul>${values.join('\n')}</ul>`}`;
}
