import type { Reply } from '../behaviour.ts';
import { html, type Server } from '../variant.ts';

/** A server, or a gateway in front of it, that gives every request the same response. */
const always = (does: string, reply: Reply): Server => ({ does, change: { finish: () => reply } });

/** Servers that reveal nothing about the API, so that no question may be answered. */
export const nothingAnswered: Server[] = [
  always('refuses every request because of a rate limit', {
    status: 429,
    body: { detail: 'Request was throttled.' },
    headers: { 'retry-after': '0' },
  }),
  always('is behind a gateway that cannot reach it', html(502)),
  always('is behind a login page with 200', html(200)),
  always('is behind a firewall that refuses everything', html(403)),
  always('has another API and knows no path', html(404)),
  always('has another API and responds to everything with 200', { status: 200, body: { ok: true } }),
  always('has another API and responds to everything with a JSON 404', {
    status: 404,
    body: { message: 'no Route matched with those values' },
  }),
  always('responds to everything with 500', { status: 500, body: { detail: 'Internal Server Error' } }),
];
