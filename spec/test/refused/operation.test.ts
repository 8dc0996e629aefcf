import { at, type Document, drop, PATH, set } from '../edit.ts';
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
  [
    'a path without a slash at its beginning',
    (document) => {
      document.paths = { [PATH.slice(1)]: (document.paths as Document)[PATH] };
    },
    'one-operation',
    /paths\/v1/,
    /Write "\/v1/,
  ],
  [
    'a tag that the operation does not use',
    set('tags.+', { name: 'Tickets', description: 'Tickets.' }),
    'one-operation',
    /tags\/1$/,
    /does not use the tag "Tickets"/,
  ],
  ['a key that is optional', set('security.+', {}), 'security', /security\/1$/, /no key is needed/],
  [
    'scopes of a key',
    set('security.0.apiKey', ['write']),
    'security',
    /apiKey$/,
    /No part follows \["write"\]/,
  ],
  [
    'a server with the port that https has anyway',
    set('servers.0.url', 'https://test.ax-cloud.com:443'),
    'environments',
    /url$/,
    /Write "https:\/\/test\.ax-cloud\.com"/,
  ],
  [
    'a server of this machine',
    set('servers.0.url', 'http://localhost:8080'),
    'environments',
    /url$/,
    /Write "https:\/\/", the host/,
  ],
  ...['get', 'options'].map(
    (method) =>
      [
        `the method ${method}, which carries no body`,
        (document: Document) => {
          document.paths = { [PATH]: { [method]: at('op') } };
        },
        'one-operation',
        new RegExp(`${method}$`),
        /No program sends a body/,
      ] as const,
  ),
  [
    'a license, which OpenAPI 3.0 writes in another way',
    set('info.license', { name: 'MIT', identifier: 'MIT' }),
    'document',
    /info\/license$/,
    /No part follows "license"/,
  ],
  [
    'another dialect of JSON Schema',
    set('jsonSchemaDialect', 'https://json-schema.org/draft/2020-12/schema'),
    'document',
    /jsonSchemaDialect$/,
    /No part follows/,
  ],
]);
