import { detail, parseJson } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { sendWhole } from '../server.ts';
import type { UnspecifiedVariant } from '../variant.ts';
import { WRONG_KEY } from '../words.ts';

const rightly = CONFORMING.authorize;

/** Unspecified handling of keys and connections. */
export const unspecifiedKeys: UnspecifiedVariant[] = [
  {
    does: 'responds to a missing or wrong key with 401',
    speaks: ['missing-key-status'],
    shows: 'auth.missing',
    answers: { 'missing-key-status': 'unauthorized' },
    change: {
      unauthorized: () =>
        detail(401, '자격 인증데이터가 제공되지 않았습니다.', { 'www-authenticate': 'Token' }),
    },
  },
  {
    does: 'accepts only the exact word Token',
    shows: 'auth.scheme-case',
    answers: { 'authorization-format': 'exact-word' },
    change: {
      authorize: (request, key) =>
        rightly(request, key) && (request.headers.authorization ?? '').startsWith('Token '),
    },
  },
  {
    does: 'accepts only one space before the key',
    shows: 'auth.two-spaces',
    change: {
      authorize: (request, key) =>
        rightly(request, key) && !(request.headers.authorization ?? '').includes('  '),
    },
  },
  {
    does: 'looks up the order before it checks the key',
    speaks: ['channel-code'],
    shows: 'auth.before-lookup',
    change: { lookupFirst: true },
  },
  {
    does: 'reads the body before it checks the key',
    speaks: ['required-in-patch'],
    shows: 'auth.with-invalid-body',
    change: {
      finish(reply, { bytes }) {
        const checked = CONFORMING.validate(parseJson(bytes));
        return reply.status === WRONG_KEY.status && 'errors' in checked
          ? CONFORMING.invalid(checked.errors)
          : reply;
      },
    },
  },
  {
    does: 'closes the connection after each response and announces it',
    shows: 'auth.same-connection',
    change: { finish: (reply) => ({ ...reply, headers: { ...reply.headers, connection: 'close' } }) },
  },
  {
    does: 'closes the connection after each response without notice',
    shows: 'auth.same-connection',
    send(response, bytes, reply, request) {
      const { socket } = response;
      response.on('finish', () => socket?.end());
      sendWhole(response, bytes, reply, request);
    },
  },
];
