import { all, type Document, drop, PATH, set } from '../edit.ts';
import { HEADER } from '../parts.ts';
import { refuses } from '../refuses.ts';

const header = (changes: object) => set('op.parameters.+', { ...HEADER, ...changes });
/** The path with other steps before the order code. */
const inPath = (steps: string) => (document: Document) => renamed(document, PATH.replace(/\/(?=\{)/, steps));
function renamed(document: Document, path: string): void {
  document.paths = { [path]: (document.paths as Document)[PATH] };
}
const moved = (path: string) => (document: Document) => renamed(document, path);

refuses('parameters', [
  ['a cookie', header({ in: 'cookie' }), 'parameters', /1\/in$/, /in "cookie"/],
  [
    'a header that every part sets',
    header({ name: 'accept' }),
    'parameters',
    /1$/,
    /accept is set by every part/,
  ],
  [
    'a name that no header can have',
    header({ name: 'My header' }),
    'parameters',
    /name$/,
    /cannot be the name of a header/,
  ],
  [
    'a value that no header can carry',
    header({ example: '채널' }),
    'parameters',
    /1$/,
    /No header can carry "채널"/,
  ],
  [
    'an order code that no path can carry',
    set('op.parameters.0.example', '..'),
    'parameters',
    /0$/,
    /No path can carry "\.\."/,
  ],
  [
    'a list',
    header({ schema: { type: 'array', items: { type: 'string' } } }),
    'parameters',
    /1$/,
    /type "array"/,
  ],
  ['no example', header({ example: undefined }), 'parameters', /1$/, /has no example/],
  ['content', header({ content: {}, schema: undefined }), 'parameters', /content$/, /No part follows/],
  ['a style', header({ style: 'simple' }), 'parameters', /style$/, /No part follows/],
  [
    'one name in two spellings',
    all(header({}), header({ name: 'CHANNEL' })),
    'parameters',
    /2$/,
    /there twice/,
  ],
  [
    'a $ref',
    set('op.parameters.+', { $ref: '#/components/parameters/X' }),
    'parameters',
    /1$/,
    /is not followed/,
  ],
  [
    'another name than in the path',
    set('op.parameters.0.name', 'code'),
    'parameters',
    /0$/,
    /Give both one name/,
  ],
  [
    'an order code that is not required',
    drop('op.parameters.0.required'),
    'parameters',
    /0$/,
    /"required: true"/,
  ],
  ['a second parameter in the path', moved(`${PATH}/{x}`), 'parameters', /\{x\}$/, /exactly one/],
  [
    'no parameter in the path',
    all(moved('/v1/cancel'), set('op.parameters', [])),
    'parameters',
    /cancel$/,
    /exactly one/,
  ],
  [
    'a query parameter that the mock reads',
    header({ in: 'query', name: '__code' }),
    'parameters',
    /name$/,
    /The mock takes "__code"/,
  ],
  ...['Origin', 'Sec-Fetch-Mode', 'Accept-Language', 'Content-Length'].map(
    (name) =>
      [
        `the header ${name}, which programs set`,
        header({ name }),
        'parameters',
        /1$/,
        new RegExp(`${name} is set by`),
      ] as const,
  ),
  ...[
    ['a percent sign', '/100%/'],
    ['a space', '/tour orders/'],
    ['Hangul', '/주문/'],
    ['a fragment', '/#a/'],
  ].map(
    ([what, step]) =>
      [`${what} in the path`, inPath(`${step}`), 'parameters', /paths\//, /in a path/] as const,
  ),
  ['two slashes in the path', inPath('//'), 'parameters', /paths\//, /leave out/],
  ['two dots in the path', inPath('/../'), 'parameters', /paths\//, /leave out/],
  [
    "a path of the mock's own",
    (document) => renamed(document, PATH.replace(/^.*(?=\/)/, '/_mock/orders')),
    'parameters',
    /paths\//,
    /below \/_mock/,
  ],
  ...['a&b', '{x}', '방식', ' mode', ''].map(
    (name) =>
      [
        `a query parameter called "${name}"`,
        header({ in: 'query', name }),
        'parameters',
        /name$/,
        /into a URL/,
      ] as const,
  ),
  ...[{ type: 'boolean' }, { type: 'string', enum: ['b9872ed4-12c5-4fb5-ae18-4f39b11ee912'] }].map(
    (schema) =>
      [
        `an order code of ${JSON.stringify(schema)}`,
        set('op.parameters.0.schema', schema),
        'parameters',
        /0$/,
        /cannot name every order/,
      ] as const,
  ),
]);
