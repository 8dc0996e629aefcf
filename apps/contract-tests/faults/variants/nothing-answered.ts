import type { Reply } from '../behaviour.ts';
import { html, type Server } from '../variant.ts';

/** Something before the server responds to every request in its place. */
const always = (does: string, reply: Reply): Server => ({ does, change: { finish: () => reply } });

/** Servers of which nothing is learned: no question may be answered. */
export const nothingAnswered: Server[] = [
  always('has no request let through by its rate limit', {
    status: 429,
    body: { detail: 'Request was throttled.' },
    headers: { 'retry-after': '0' },
  }),
  always('is behind a gateway that does not reach it', html(502)),
  always('is behind a login, a page with 200', html(200)),
  always('is behind a firewall that refuses everything', html(403)),
  always('is another one, where no path is known', html(404)),
  always('is another one, which says 200 to everything', { status: 200, body: { ok: true } }),
  always('is another one, which says 404 in JSON to everything', {
    status: 404,
    body: { message: 'no Route matched with those values' },
  }),
  always('is out of order', { status: 500, body: { detail: 'Internal Server Error' } }),
];
