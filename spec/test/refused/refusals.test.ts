import { all, at, drop, set } from '../edit.ts';
import { detailResponse, MESSAGES, TEXT } from '../parts.ts';
import { refuses } from '../refuses.ts';

const NOT_FOUND = 'op.responses.404';
const UNKNOWN = `${NOT_FOUND}.json.examples.unknownOrder`;
const INVALID = 'op.responses.400.json.examples';

refuses('refusals', [
  [
    'no example of a missing key',
    drop('op.responses.403.json.examples.missingKey'),
    'provoking-values',
    /responses$/,
    /a missing key is refused/,
  ],
  [
    'no example of a wrong key',
    drop('op.responses.403.json.examples.noPermission'),
    'provoking-values',
    /responses$/,
    /a wrong key is refused/,
  ],
  [
    'no example of an unknown order',
    drop(NOT_FOUND),
    'provoking-values',
    /responses$/,
    /an unknown order code is refused/,
  ],
  [
    'a part that is not declared',
    set(`${UNKNOWN}.x-provoked-by`, { '$request.header.Channel': 'x' }),
    'provoking-values',
    /Channel$/,
    /not a part of the request/,
  ],
  [
    'one value for two examples',
    set(`${UNKNOWN}.x-provoked-by`, at(`${NOT_FOUND}.json.examples.malformedOrder.x-provoked-by`)),
    'provoking-values',
    /x-provoked-by$/,
    /by the same value/,
  ],
  [
    'the value that every sample sends',
    set(`${UNKNOWN}.x-provoked-by`, { '$request.path.ax_order_code': at('op.parameters.0.example') }),
    'provoking-values',
    /ax_order_code$/,
    /own example/,
  ],
  [
    'the code of a scenario',
    set(`${UNKNOWN}.x-provoked-by`, {
      '$request.path.ax_order_code': '00000000-0000-4000-8000-000000000500',
    }),
    'provoking-values',
    /ax_order_code$/,
    /of a scenario/,
  ],
  [
    'a field that is not in the 400',
    set('schemas.CancelRequest.properties.reason', TEXT),
    'invalid-requests',
    /schema$/,
    /no list of messages "reason"/,
  ],
  [
    'a field of the 400 that is not sent',
    set('schemas.InvalidRequest.properties.reason', MESSAGES),
    'invalid-requests',
    /schema$/,
    /has the field "reason"/,
  ],
  [
    'no example for a body that is not JSON',
    drop(`${INVALID}.unreadableBody`),
    'invalid-requests',
    /responses$/,
    /"x-violation: syntax"/,
  ],
  [
    'an unknown violation',
    set(`${INVALID}.notAString.x-violation`, 'typo'),
    'invalid-requests',
    /x-violation$/,
    /is "typo"/,
  ],
  [
    'a misspelt extension',
    set(`${UNKNOWN}.x-provokedby`, {}),
    'extensions',
    /x-provokedby$/,
    /No part reads/,
  ],
  [
    'an extension at another place',
    set('op.requestBody.json.examples.travelerCancel.x-violation', 'type'),
    'extensions',
    /x-violation$/,
    /is read at an example of a 4xx/,
  ],
  [
    'the order code of a scenario as the example',
    all(
      set('op.parameters.0.example', '00000000-0000-4000-8000-000000000500'),
      ...['travelerCancel', 'unavoidableCancel'].map((name) =>
        set(
          `op.responses.200.json.examples.${name}.value.ax_order_code`,
          '00000000-0000-4000-8000-000000000500',
        ),
      ),
    ),
    'provoking-values',
    /example$/,
    /of a scenario/,
  ],
  [
    'a wrong key that no header can carry',
    set('op.responses.403.json.examples.noPermission.x-provoked-by', {
      '$request.header.Authorization': 'Token 키',
    }),
    'provoking-values',
    /Authorization$/,
    /No header can carry "Token 키"/,
  ],
  [
    'the header with the key in another spelling',
    set('op.responses.403.json.examples.noPermission.x-provoked-by', {
      '$request.header.authorization': 'Token invalid',
    }),
    'provoking-values',
    /authorization$/,
    /Write one of \$request\.header\.Authorization/,
  ],
  [
    'two wrong keys after different words',
    set('op.responses.403.json.examples.otherScheme', {
      summary: 'Another scheme',
      description: 'Another word stands before the key.',
      'x-provoked-by': { '$request.header.Authorization': 'Bearer invalid' },
      value: { detail: 'x' },
    }),
    'provoking-values',
    /Authorization$/,
    /another word before the key than "Token invalid"/,
  ],
  [
    'a value that ends the cell of a table',
    set(`${UNKNOWN}.x-provoked-by`, { '$request.path.ax_order_code': 'a|b' }),
    'provoking-values',
    /ax_order_code$/,
    /as code in a table/,
  ],
  ...['503', '429'].map(
    (status) =>
      [
        `an order that is refused with ${status}`,
        set(`op.responses.${status}`, {
          ...detailResponse(),
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ErrorDetail' },
              examples: {
                refused: {
                  summary: 'Refused',
                  description: 'Refused.',
                  'x-provoked-by': { '$request.path.ax_order_code': 'other' },
                  value: { detail: 'x' },
                },
              },
            },
          },
        }),
        'provoking-values',
        /refused$/,
        new RegExp(`After a ${status}`),
      ] as const,
  ),
]);
