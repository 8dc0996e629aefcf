import { all, drop, set } from '../edit.ts';
import { refuses } from '../refuses.ts';

const COMMENT = 'schemas.CancelRequest.properties.comment';
const STATUS = 'schemas.RequestedStatus';
const NOT_FOUND = 'op.responses.404';

refuses('schemas', [
  [
    'an inline body',
    set(`${NOT_FOUND}.json.schema`, { type: 'object' }),
    'named-schemas',
    /schema$/,
    /has no name/,
  ],
  ['an inline object', set(COMMENT, { type: 'object' }), 'named-schemas', /comment$/, /An object inside/],
  [
    'a $ref to a missing schema',
    set(COMMENT, { $ref: '#/components/schemas/X' }),
    'named-schemas',
    /comment$/,
    /There is no schema/,
  ],
  [
    'a schema that contains itself',
    set('schemas.ErrorDetail.properties.cause', { $ref: '#/components/schemas/ErrorDetail' }),
    'named-schemas',
    /cause$/,
    /contains itself/,
  ],
  ['oneOf', set('schemas.ErrorDetail.oneOf', []), 'schema-keywords', /oneOf$/, /Describe one object/],
  ['nullable', set(`${COMMENT}.nullable`, true), 'schema-keywords', /nullable$/, /'null'/],
  [
    'a keyword of another type',
    set(`${COMMENT}.minimum`, 1),
    'schema-keywords',
    /minimum$/,
    /does not belong to the type string/,
  ],
  [
    'a keyword beside a $ref',
    set('schemas.CancelRequest.properties.ax_status.minLength', 1),
    'schema-keywords',
    /minLength$/,
    /beside a \$ref/,
  ],
  [
    'an unknown format',
    set(`${COMMENT}.format`, 'constructor'),
    'schema-keywords',
    /format$/,
    /No part checks/,
  ],
  [
    'a broken pattern',
    set(`${COMMENT}.pattern`, '('),
    'schema-keywords',
    /pattern$/,
    /not a regular expression/,
  ],
  [
    'limits that exclude each other',
    all(set(`${COMMENT}.minLength`, 2), set(`${COMMENT}.maxLength`, 1)),
    'schema-keywords',
    /minLength$/,
    /no value is valid/,
  ],
  ['two types', set(`${COMMENT}.type`, ['string', 'integer']), 'schema-keywords', /type$/, /one type/],
  ['no type', drop('schemas.ErrorDetail.type'), 'schema-keywords', /ErrorDetail$/, /has no type/],
  [
    'an enum value of another type',
    set(`${STATUS}.enum.+`, null),
    'schema-keywords',
    /enum$/,
    /null is not of the type string/,
  ],
  [
    'a required field that is not declared',
    set('schemas.ErrorDetail.required.+', 'x'),
    'schema-keywords',
    /required\/1$/,
    /not among the properties/,
  ],
  [
    'a response that does not say whether it is open',
    drop('schemas.CancelledOrder.additionalProperties'),
    'open-responses',
    /CancelledOrder$/,
    /whether it is open/,
  ],
  [
    'a value without a meaning',
    set(`${STATUS}.enum.+`, 'No show'),
    'enum-descriptions',
    /enum$/,
    /"No show" has no meaning/,
  ],
  [
    'a meaning without a value',
    set(`${STATUS}.x-enumDescriptions.Gone`, 'Gone.'),
    'enum-descriptions',
    /Gone$/,
    /not in the enum/,
  ],
  [
    'an empty list of required fields',
    set('schemas.CancelRequest.required', []),
    'schema-keywords',
    /required$/,
    /is empty\. Remove it/,
  ],
]);
