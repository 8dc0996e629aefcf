import { apiKey, NOT_FOUND } from '../shop.mjs';
import { MOJIBAKE, pause, reply } from './tools.mjs';

/** The key of the header, after the word; empty where there is none. */
const keyOf = ({ authorization = '' }) => /^Token (.*)$/.exec(authorization)?.[1] ?? '';
const withKey = (isKey) => ({ isKey: (request) => isKey(keyOf(request), request) });

let lastSeen = '';
const letIn = new WeakSet();

/** Faults of the key's check, and of the response to a wrong key. */
export const keyFaults = {
  'key.prefix': withKey((key) => key !== '' && apiKey.startsWith(key)),
  'key.suffix': withKey((key) => key !== '' && apiKey.endsWith(key)),
  'key.contained': { isKey: ({ authorization = '' }) => authorization.includes(apiKey) },
  'key.extended': withKey((key) => key.startsWith(apiKey)),
  'key.any-case': withKey((key) => key.toLowerCase() === apiKey.toLowerCase()),
  'key.any-of-length': withKey((key) => key.length === apiKey.length),
  'key.any': withKey((key) => key !== ''),
  'key.missing-let-in': {
    isKey: ({ authorization }) => authorization === undefined || authorization === `Token ${apiKey}`,
  },
  'key.any-scheme': { isKey: ({ authorization = '' }) => authorization.split(' ').at(-1) === apiKey },
  'key.unquoted': withKey((key) => key.replace(/^["{]|["}]$/g, '') === apiKey),
  'key.in-query': {
    isKey: ({ authorization, query }) =>
      authorization === `Token ${apiKey}` || Object.values(query).includes(apiKey),
  },
  'key.in-other-header': {
    isKey: ({ authorization, headers }) =>
      authorization === `Token ${apiKey}` || headers['x-api-key'] === apiKey,
  },
  'key.cached-per-connection': {
    isKey: ({ authorization, connection }) => {
      if (authorization === `Token ${apiKey}`) letIn.add(connection);
      return letIn.has(connection);
    },
  },
  'key.shared': {
    isKey: async (request) => {
      lastSeen = keyOf(request);
      // A look-up in a database, during which the next request overwrites the variable.
      await pause(60);
      return lastSeen === apiKey;
    },
  },
  'key.crash-when-missing': { isKey: ({ authorization }) => authorization.split(' ')[1] === apiKey },
  'key.lookup-first': { lookupFirst: true },
  'key.401': { forbidden: () => reply(401, { detail: '자격 인증데이터가 제공되지 않았습니다.' }) },
  'key.401-without-detail': { forbidden: () => reply(401, {}) },
  'key.400': { forbidden: () => reply(400, { detail: '이 작업을 수행할 권한(permission)이 없습니다.' }) },
  'key.403-html': { forbidden: () => reply(403, '<!doctype html><h1>Forbidden</h1>', 'text/html') },
  'key.403-empty': { forbidden: () => reply(403, '', 'application/json') },
  'key.403-without-detail': { forbidden: () => reply(403, { message: 'Forbidden' }) },
  'key.403-empty-detail': { forbidden: () => reply(403, { detail: '' }) },
  'key.403-list-detail': { forbidden: () => reply(403, { detail: ['권한이 없습니다.'] }) },
  'key.403-english': {
    forbidden: () => reply(403, { detail: 'You do not have permission to perform this action.' }),
  },
  'key.403-with-404-text': { forbidden: () => reply(403, { detail: NOT_FOUND }) },
  'key.403-mojibake': { forbidden: () => reply(403, { detail: MOJIBAKE }) },
  'key.403-with-key': {
    forbidden: () => reply(403, { detail: `이 작업을 수행할 권한(permission)이 없습니다. (${apiKey})` }),
  },
};
