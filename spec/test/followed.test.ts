import { expect, test } from 'vitest';
import { all, at, contract, type Document, drop, type Edit, PATH, set } from './edit.ts';
import { detailResponse, HEADER, MESSAGES, TEXT } from './parts.ts';
import { problemsOf } from './rules.ts';

const COMMENT = 'schemas.CancelRequest.properties.comment';
const REQUEST = 'op.requestBody.json.examples';

const field = (name: string, schema: object) =>
  all(
    set(`schemas.CancelRequest.properties.${name}`, { ...TEXT, ...schema }),
    set(`schemas.InvalidRequest.properties.${name}`, MESSAGES),
  );

const renamedPath = all(
  (document) => {
    document.paths = { '/v2/trips/{trip-code}:cancel': (document.paths as Document)[PATH] };
  },
  set('op.parameters.0.name', 'trip-code'),
  set('op.responses.200.x-echoes.ax_order_code', '$request.path.trip-code'),
  set('op.responses.404.json.examples.unknownOrder.x-provoked-by', { '$request.path.trip-code': 'a' }),
  set('op.responses.404.json.examples.malformedOrder.x-provoked-by', { '$request.path.trip-code': 'b' }),
);

const envelope = all(
  set('schemas.Envelope', {
    type: 'object',
    title: 'Envelope',
    description: 'The order in an envelope.',
    properties: { data: { $ref: '#/components/schemas/CancelledOrder', description: 'The order.' } },
    additionalProperties: true,
  }),
  set('op.responses.200.json.schema.$ref', '#/components/schemas/Envelope'),
  set('op.responses.200.x-order', '$response.body#/data'),
  ...['travelerCancel', 'unavoidableCancel'].map((name) => {
    const path = `op.responses.200.json.examples.${name}.value`;
    return set(path, { data: at(path) });
  }),
);

test.each<[string, Edit]>([
  ['no edit', () => {}],
  [
    'HTML in code, links, and angle brackets that are not tags',
    set(
      `${COMMENT}.description`,
      'Not `</script>` nor ``<b> `<i>` ``; see <https://example.com/>, 1 < 2 and 3 > 2.',
    ),
  ],
  [
    'links to other sites, and links in code',
    set(
      `${COMMENT}.description`,
      'See [this](https://example.com/), [that][1] and `![x](y)`.\n\n[1]: https://example.com/',
    ),
  ],
  ['a required header before the order code', (document) => insertFirst(document, HEADER)],
  ['an optional header', set('op.parameters.+', { ...HEADER, required: false })],
  [
    'a required query parameter',
    set('op.parameters.+', { ...HEADER, in: 'query', schema: { type: 'integer' }, example: 1 }),
  ],
  ['a documented 409', set('op.responses.409', detailResponse())],
  ['a documented 503', set('op.responses.503', detailResponse())],
  [
    'one more enum value',
    all(
      set('schemas.RequestedStatus.enum.+', 'No show'),
      set('schemas.RequestedStatus.x-enumDescriptions.No show', 'Nobody came.'),
    ),
  ],
  [
    'one enum value less',
    all(
      set('schemas.RequestedStatus.enum', ['Traveler cancel', 'Unavoidable cancel']),
      drop('schemas.RequestedStatus.x-enumDescriptions.New'),
    ),
  ],
  ['limits', all(set(`${COMMENT}.minLength`, 1), set(`${COMMENT}.maxLength`, 100))],
  ['a pattern', set(`${COMMENT}.pattern`, '^\\S')],
  ['a format', set('op.parameters.0.schema.format', 'uuid')],
  ['null', set(`${COMMENT}.type`, ['string', 'null'])],
  ['an integer', field('seats', { type: 'integer', minimum: 1, examples: [1] })],
  ['a boolean', field('sure', { type: 'boolean', examples: [true] })],
  ['a list of texts', field('notes', { type: 'array', items: { type: 'string' }, examples: [['x']] })],
  [
    'fields named like keywords of OpenAPI',
    all(field('title', {}), field('examples', {}), field('value', {})),
  ],
  ['a closed request', set('schemas.CancelRequest.additionalProperties', false)],
  ['a closed response', set('schemas.CancelledOrder.additionalProperties', false)],
  ['optional fields', drop('schemas.CancelRequest.required')],
  [
    'a field removed',
    all(
      drop(COMMENT),
      drop('schemas.InvalidRequest.properties.comment'),
      drop(`${REQUEST}.travelerCancel.value.comment`),
      drop('op.responses.400.json.examples.notAString'),
    ),
  ],
  ['the path and its parameter renamed', renamedPath],
  ['another success status', all(set('op.responses.201', at('op.responses.200')), drop('op.responses.200'))],
  ['an envelope', envelope],
  [
    'detail alone in a 400',
    all(
      set('op.responses.400.json.schema.$ref', '#/components/schemas/ErrorDetail'),
      ...['missingFields', 'unknownStatus', 'notAString'].map((name) =>
        set(`op.responses.400.json.examples.${name}.value`, { detail: 'x' }),
      ),
    ),
  ],
])('lint lets through what every part follows: %s', (_, edit) => {
  const document = contract();
  edit(document);
  expect(problemsOf(document)).toEqual([]);
});

function insertFirst(document: Document, parameter: object): void {
  const [item] = Object.values(document.paths as Record<string, { patch: { parameters: object[] } }>);
  item?.patch.parameters.unshift(parameter);
}
