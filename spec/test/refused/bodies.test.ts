import { all, at, drop, set } from '../edit.ts';
import { detailResponse } from '../parts.ts';
import { refuses } from '../refuses.ts';

const NOT_FOUND = 'op.responses.404';
const UNKNOWN = `${NOT_FOUND}.json.examples.unknownOrder`;

refuses('bodies', [
  ['no request body', drop('op.requestBody'), 'bodies', /patch$/, /no requestBody/],
  ['an optional request body', drop('op.requestBody.required'), 'bodies', /requestBody$/, /not required/],
  ['a response without a body', drop(`${NOT_FOUND}.content`), 'bodies', /404$/, /has no body/],
  ['a default response', set('op.responses.default', detailResponse()), 'bodies', /default$/, /"default"/],
  ['a range of statuses', set('op.responses.5XX', detailResponse()), 'bodies', /5XX$/, /"5XX"/],
  ['a redirect', set('op.responses.302', detailResponse()), 'bodies', /302$/, /"302"/],
  [
    'another media type',
    set(`${NOT_FOUND}.content.text/plain`, {}),
    'bodies',
    /text~1plain$/,
    /media type text\/plain/,
  ],
  ['a response header', set(`${NOT_FOUND}.headers`, {}), 'bodies', /headers$/, /"headers" of a response/],
  [
    'a response by $ref',
    set(NOT_FOUND, { $ref: '#/components/responses/X' }),
    'bodies',
    /404$/,
    /is not followed/,
  ],
  ['an example by $ref', set(UNKNOWN, { $ref: '#/x' }), 'bodies', /unknownOrder$/, /has no value here/],
  [
    'one example without a name',
    set(`${NOT_FOUND}.json.example`, {}),
    'bodies',
    /example$/,
    /examples have names/,
  ],
  [
    'a body that may be null',
    set('schemas.CancelRequest.type', ['object', 'null']),
    'bodies',
    /schema$/,
    /"type: object"/,
  ],
  ...['of a traveler', '여행자', 'a,b', ''].map(
    (name) =>
      [
        `an example called "${name}"`,
        set(`${NOT_FOUND}.json.examples`, {
          ...(at(`${NOT_FOUND}.json.examples`) as object),
          [name]: at(UNKNOWN),
        }),
        'bodies',
        /examples\//,
        /No header can ask for the example/,
      ] as const,
  ),
  ...['204', '205'].map(
    (status) =>
      [
        `a success with ${status}`,
        all(set(`op.responses.${status}`, at('op.responses.200')), drop('op.responses.200')),
        'bodies',
        new RegExp(`${status}$`),
        /has no body in HTTP/,
      ] as const,
  ),
  ['the response of a proxy', set('op.responses.407', detailResponse()), 'bodies', /407$/, /of a proxy/],
]);
