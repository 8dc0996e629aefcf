import { describe, expect, it } from 'vitest';
import { EVERY_PAGE, PAGES, readSite } from './site.ts';

describe.each([...EVERY_PAGE, '404.html'])('The security policy of %s', (page) => {
  const sends = PAGES.some(({ reference }) => reference === page);
  const servers = sends ? ' https: http://127.0.0.1:* http://localhost:*' : '';

  it(`allows requests to ${sends ? 'the servers that the form sends to' : 'no other server'}, and no inline style`, async () => {
    const [, policy = ''] =
      /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(await readSite(page)) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^;]*; /);
    const connect = `connect-src 'self'${servers}`;
    expect(policy.split('; ')).toContain(connect);
    expect(policy.replace(connect, '')).not.toMatch(/https?:|\*|unsafe-/);
  });
});
