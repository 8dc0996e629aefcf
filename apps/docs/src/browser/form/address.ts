import type { Problem } from '../../form/form-texts.ts';

/** Plain http goes to this machine only; so says the page's security policy, too. */
const THIS_MACHINE = /^(127\.0\.0\.1|localhost)$/;

/**
 * Checks the address of a server: an origin, https or this machine, and never AX Cloud's production.
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
  // A host name may be written with a dot at its end and means the same server.
  const host = hostname.replace(/\.+$/, '');
  if (production.includes(host)) return { problem: 'production' };
  if (protocol === 'http:' && !THIS_MACHINE.test(host)) return { problem: 'insecure' };
  if (href !== `${origin}/`) return { problem: 'more' };
  return { origin, host };
}
