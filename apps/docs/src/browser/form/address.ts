import type { Problem } from '../../form/form-texts.ts';

/** Plain http is allowed to this machine only, as in the page's security policy. */
const THIS_MACHINE = /^(127\.0\.0\.1|localhost)$/;

/**
 * Checks the address of a server: an origin with https or of this machine, but never AX Cloud's production.
 *
 * @returns the origin and its host, or what is wrong
 */
export function readAddress(
  entered: string,
  production: readonly string[],
):
  | { origin: string; host: string; problem?: undefined }
  | { origin?: undefined; host?: undefined; problem: Problem } {
  const url = URL.parse(entered);
  if (url === null || !/^https?:$/.test(url.protocol)) return { problem: 'noUrl' };
  const { origin, protocol, hostname, href } = url;
  // A host name with a dot at its end means the same server.
  const host = hostname.replace(/\.+$/, '');
  if (production.includes(host)) return { problem: 'production' };
  if (protocol === 'http:' && !THIS_MACHINE.test(host)) return { problem: 'insecure' };
  if (href !== `${origin}/`) return { problem: 'more' };
  return { origin, host };
}
