import { type Call, fail } from './failure.ts';
import type { CancelResult, FailureCause } from './result.ts';

/**
 * The codes for a certificate that this side does not accept, which it says before it sends a byte of HTTP. An alert of the
 * other side (`ERR_SSL_…`) is not among them: it may come after the request.
 */
const CERTIFICATE =
  /^(UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)\w*|CERT_\w+|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|ERR_TLS_CERT_\w+)$/;
/**
 * Of a code and a system call: those for a connection that was never made. The calls come before there is a connection,
 * whatever they fail with. With any other code the request may have arrived.
 */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT) | (connect|getaddrinfo)$/;

/**
 * Says what a connection that failed means for the order.
 *
 * @param responding whether a response had begun, after which no code can say that nothing was sent
 */
export function interpretConnectionError(thrown: unknown, call: Call, responding: boolean): CancelResult {
  const { code, message, cause, unsent }: Partial<ReadError> = call.mask(read(thrown, 9) ?? {});
  const isUnsent = unsent === true && !responding;
  const isCertificate = CERTIFICATE.test(code ?? '');
  // Neither a certificate nor a host that lets a connection wait is another one a moment later.
  call.repeatable = isUnsent && !isCertificate && !/TIMED?_?OUT/.test(code ?? '');
  const advice = isCertificate
    ? 'Check its certificate, and name the file of an own authority in NODE_EXTRA_CA_CERTS'
    : code
      ? "Check the server's address and your network"
      : 'See its "cause"';
  const why = message ? `: ${message}` : '';
  const what = `failed${why}${code ? ` (${code})` : ''}. ${advice}`;
  return fail(call, 'network', isUnsent ? 'not_sent' : 'unknown', what, { code, cause });
}

/** What an error and those that it was caused by say. */
interface ReadError {
  cause: FailureCause;
  /** Of the deepest error that has one: undici wraps the system's error in a `TypeError`. */
  code: string | undefined;
  message: string;
  /** Whether the code proves that no byte of the request left. Of several errors at once, each must. */
  unsent: boolean;
}

/**
 * Reads an error. None of it is proven: a `fetch` of the caller's rejects with what it likes.
 *
 * @param levels how deep to go, because an error may be its own cause
 */
function read(error: unknown, levels: number): ReadError | undefined {
  if (error == null || levels === 0) return undefined;
  const { name, message = error, code, syscall, cause, errors } = Object(error);
  // One connection to several addresses has an error of each.
  const several: (ReadError | undefined)[] = [errors ?? []].flat().map((one) => read(one, levels - 1));
  const deeper = read(cause, levels - 1) ?? several[0];
  const own = text(code);
  return {
    cause: {
      name: text(name) || 'Error',
      message: text(message),
      ...(own && { code: own }),
      ...(deeper && { cause: deeper.cause }),
    },
    code: deeper?.code ?? (own || undefined),
    message: deeper?.message || text(message),
    unsent: several[0]
      ? several.every((one) => one?.unsent)
      : deeper?.code
        ? deeper.unsent
        : CERTIFICATE.test(own) || (own !== '' && NEVER_CONNECTED.test(`${own} ${text(syscall)}`)),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
