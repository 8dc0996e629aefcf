import { all, type Document, drop, PATH, set } from '../edit.ts';
import { HEADER } from '../parts.ts';
import { refuses } from '../refuses.ts';

const header = (changes: object) => set('op.parameters.+', { ...HEADER, ...changes });
const moved = (path: string) => (document: Document) => {
  document.paths = { [path]: (document.paths as Document)[PATH] };
};

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
    set('op.parameters.0.schema', { type: 'string', enum: ['b9872ed4-12c5-4fb5-ae18-4f39b11ee912', '..'] }),
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
]);
