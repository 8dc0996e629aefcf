import { type Call, fail } from './failure.ts';
import type { CancelResult, FailureCause, Outcome } from './result.ts';

/** The system's codes for a connection that was never made. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
/** The system calls before there is a connection, whatever they fail with. */
const CONNECTING = /^(connect|getaddrinfo)$/;
/**
 * The codes for a certificate that this side does not accept, which it says before it sends a byte of HTTP. An alert of the
 * other side (`ERR_SSL_…`) is not among them: it may come after the request.
 */
const CERTIFICATE =
  /^(UNABLE_TO_(GET_ISSUER_CERT(_LOCALLY)?|VERIFY_LEAF_SIGNATURE)|CERT_(HAS_EXPIRED|NOT_YET_VALID|REVOKED|UNTRUSTED|REJECTED|SIGNATURE_FAILURE|CHAIN_TOO_LONG)|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_INVALID)$/;
/** An error may be its own cause. */
const MAX_LEVELS = 9;

/**
 * Says what a connection that failed means for the order.
 *
 * @param responding whether a response had begun, after which no code can say that nothing was sent
 */
export function interpretConnectionError(thrown: unknown, call: Call, responding: boolean): CancelResult {
  const levels = levelsOf(thrown);
  const { code, message, cause } = call.mask({
    // Of the deepest level that has one: undici wraps the system's error in a `TypeError`.
    code: levels.findLast((level) => text(level.code) !== undefined)?.code as string | undefined,
    message: levels.map(messageOf).findLast((one) => one !== ''),
    cause: causeOf(levels),
  });
  const unsent = !responding && provesUnsent(levels);
  const found: Outcome = unsent ? 'not_sent' : 'unknown';
  const certificate = CERTIFICATE.test(code ?? '');
  // Neither a certificate nor a host that lets a connection wait is another one a moment later.
  call.repeatable = unsent && !certificate && !/TIMED?_?OUT/.test(code ?? '');
  const advice = certificate
    ? "Check the server's certificate, and name the file of your own authority's in NODE_EXTRA_CA_CERTS"
    : code === undefined
      ? 'See its "cause"'
      : "Check the server's address and your network";
  const said = [message, code && `(${code})`].filter(Boolean).join(' ') || '(no reason given)';
  return fail(call, 'network', found, `failed: ${said}. ${advice}`, { code, cause });
}

/** What an error may carry. None of it is proven: a `fetch` of the caller's rejects with what it likes. */
type Level = Readonly<Record<'name' | 'message' | 'code' | 'syscall' | 'cause' | 'errors', unknown>>;

/** An error, its cause, and so on. Of several errors at once, which one connection to several addresses gives, the first. */
function levelsOf(thrown: unknown): Level[] {
  const levels: Level[] = [];
  let error = thrown;
  while (error !== undefined && error !== null && levels.length < MAX_LEVELS) {
    const level: Level = typeof error === 'object' ? (error as Level) : { ...NONE, message: error };
    levels.push(level);
    error = level.cause ?? (Array.isArray(level.errors) ? level.errors[0] : undefined);
  }
  return levels;
}

const NONE = { name: '', code: '', syscall: '', cause: undefined, errors: undefined };

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function messageOf({ message }: Level): string {
  return text(message) ?? '';
}

function causeOf([level, ...deeper]: readonly Level[]): FailureCause | undefined {
  if (level === undefined) return undefined;
  const code = text(level.code);
  const cause = causeOf(deeper);
  return {
    name: text(level.name) ?? 'Error',
    message: messageOf(level),
    ...(code && { code }),
    ...(cause && { cause }),
  };
}

/** Whether the deepest error that says why also says that no byte of the request left. Of several at once, each must. */
function provesUnsent(levels: readonly Level[]): boolean {
  const several = levels.find(({ errors }) => Array.isArray(errors) && errors.length > 0);
  if (several !== undefined) return (several.errors as unknown[]).every((one) => provesUnsent(levelsOf(one)));
  const { code, syscall } = levels.findLast((level) => text(level.code) !== undefined) ?? NONE;
  const named = text(code) ?? '';
  return NEVER_CONNECTED.test(named) || CERTIFICATE.test(named) || CONNECTING.test(text(syscall) ?? '');
}
