import { createMask } from './redact.ts';

/** A client that takes the server for a proxy sends the whole URL (RFC 9112, 3.2.2). What comes before the path may hold a password. */
export function toOriginForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '');
}

/** The path of a target as a log shows it: without a query, and with the key masked, which a beginner may have put into the path. */
export function shownPath(target: string, authorization: string | undefined): string {
  const [path = ''] = toOriginForm(target).split(/[?#]/, 1);
  return authorization === undefined ? path : createMask(authorization).url(path);
}
