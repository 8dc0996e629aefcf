import { createHash } from 'node:crypto';

/**
 * Allows only the site's own files, and the inline script by its hash. Inline styles are forbidden.
 *
 * @param sends whether the page's form may send requests to any https server, and to this machine
 */
export function securityPolicy(page: string, sends: boolean): string {
  const hashes = Array.from(
    page.matchAll(/<script>(.*?)<\/script>/gs),
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    // The index of the search, and the servers that the form sends to.
    `connect-src 'self'${sends ? ' https: http://127.0.0.1:* http://localhost:*' : ''}`,
    "base-uri 'self'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
}
