import { at, drop, PATH, set } from '../edit.ts';
import { refuses } from '../refuses.ts';

refuses('the operation', [
  [
    'a second path',
    set('paths', { ...(at('paths') as object), '/v1/x': { get: {} } }),
    'one-operation',
    /x\/get$/,
    /a second operation/,
  ],
  [
    'a path without an operation',
    set('paths', { ...(at('paths') as object), '/v1/x': {} }),
    'one-operation',
    /x$/,
    /has no operation/,
  ],
  ['a second method', set(`paths.${PATH}.get`, {}), 'one-operation', /get$/, /a second operation/],
  [
    'parameters at the path',
    set(`paths.${PATH}.parameters`, []),
    'one-operation',
    /parameters$/,
    /No part reads "parameters" at a path/,
  ],
  ['no operation', set('paths', {}), 'one-operation', /paths$/, /has no operation/],
  ['no tag', drop('op.tags'), 'one-operation', /patch$/, /one tag/],
  ['webhooks', set('webhooks', {}), 'document', /webhooks$/, /webhooks/],
  ['OpenAPI 3.0', set('openapi', '3.0.3'), 'document', /openapi$/, /every part reads 3\.1/],
  ['a version of another form', set('info.version', 'v2'), 'document', /version$/, /not a semantic version/],
  [
    'a key in another header',
    set('components.securitySchemes.apiKey.name', 'X-Key'),
    'security',
    /apiKey$/,
    /header Authorization/,
  ],
  [
    'a server without environment',
    drop('servers.0.x-environment'),
    'environments',
    /servers\/0$/,
    /"x-environment: test"/,
  ],
  [
    'a third server',
    set('servers.+', { url: 'https://x.test', 'x-environment': 'test' }),
    'environments',
    /servers\/2$/,
    /remove the server/,
  ],
  [
    'a server with a path',
    set('servers.0.url', 'https://test.ax-cloud.com/v1'),
    'environments',
    /url$/,
    /https origin/,
  ],
]);
