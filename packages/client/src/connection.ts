import { text } from './check.ts';
import { type Call, fail } from './failure.ts';
import { mask } from './mask.ts';
import type { CancelResult, FailureCause } from './result.ts';

/**
 * Of a code and a system call: those after which no byte of the request can have left. With any other code it may have arrived.
 * - A connection that was never made. The calls come before there is one, whatever they fail with.
 * - A certificate that this side does not accept, which it says before it sends a byte of HTTP. An alert of the other side
 *   (`ERR_SSL_…`) is not among them: it may come after the request.
 */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)\w*|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|(ERR_TLS_)?CERT_\w+|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH) |. (connect|getaddrinfo)$/;
/** Of those codes: the ones for a certificate. */
const CERTIFICATE = /CERT|VERIFY|INVALID_|MISMATCH/;

/**
 * Says what a connection that failed means for the order.
 *
 * @param response what had begun of one, after which no code can say that nothing was sent
 */
export function interpretConnectionError(
  thrown: unknown,
  call: Call,
  response: Response | undefined,
): CancelResult {
  const [cause, code = '', message, isProven] = mask(read(thrown, 9), call.key);
  const isUnsent = isProven && !response;
  const isCertificate = isUnsent && CERTIFICATE.test(code);
  // Neither a certificate nor a host that lets a connection wait is another one a moment later.
  if (isUnsent && !isCertificate && !/TIMED?_?OUT/.test(code)) call.pause = 0;
  const advice = isCertificate
    ? "Check its certificate, or name your authority's file in NODE_EXTRA_CA_CERTS"
    : code
      ? "Check the server's address and your network"
      : 'See its "cause"';
  // The messages of OpenSSL have line breaks; a line of a log has none.
  const why = message ? `: ${message.replace(/\s+/g, ' ').trim()}` : '';
  const what = `failed${why}${code ? ` (${code})` : ''}. ${advice}`;
  return fail(call, 'network', isUnsent ? 'not_sent' : 'unknown', what, { code: code || undefined, cause });
}

/**
 * What an error and those that it was caused by say; empty where there is none.
 * - `code` is of the deepest error that has one: undici wraps the system's error in a `TypeError`.
 * - `isUnsent` says whether the code proves that no byte of the request left. Of several errors at once, each must.
 */
type ReadError = readonly [cause?: FailureCause, code?: string, message?: string, isUnsent?: boolean];

/**
 * Reads an error. None of it is proven: a `fetch` of the caller's rejects with what it likes.
 *
 * @param levels how deep to go, because an error may be its own cause
 */
function read(error: unknown, levels: number): ReadError {
  if (error == null || levels === 0) return [];
  const { name, message = error, code, syscall, cause, errors } = Object(error);
  // One connection to several addresses has an error of each.
  const inner: ReadError[] = [cause ?? [], errors ?? []].flat().map((one) => read(one, levels - 1));
  const [deeper, deeperCode, deeperMessage] = inner[0] ?? [];
  const own = text(code);
  return [
    {
      name: text(name) || 'Error',
      message: text(message),
      ...(own && { code: own }),
      ...(deeper && { cause: deeper }),
    },
    deeperCode || own,
    deeperMessage || text(message),
    deeper && (errors || deeperCode)
      ? inner.every(([, , , isUnsent]) => isUnsent)
      : UNSENT.test(`${own} ${text(syscall)}`),
  ];
}
