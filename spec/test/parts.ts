import { at, type Document } from './edit.ts';

/** A header that a channel may have to send. */
export const HEADER = {
  name: 'Channel',
  in: 'header',
  required: true,
  description: 'The channel.',
  schema: { type: 'string' },
  example: 'Code A',
};

/** A field of the request, a text. */
export const TEXT = { type: 'string', description: 'A text.', examples: ['x'] };

/** The messages about one field of an invalid request. */
export const MESSAGES = { $ref: '#/components/schemas/Messages', description: 'What is wrong with it.' };

/** The 404 of the pinned contract, with examples that nothing provokes. */
export function detailResponse(): Document {
  const response = at('op.responses.404') as { content: Record<string, { examples: Document }> };
  for (const content of Object.values(response.content))
    content.examples = { shown: { summary: 'Shown', description: 'Shown.', value: { detail: 'x' } } };
  return response;
}
