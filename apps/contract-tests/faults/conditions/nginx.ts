import type { Effect } from './condition.ts';

const TITLES = {
  413: 'Request Entity Too Large',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** An error as nginx sends it, byte for byte. */
export function nginxError(status: keyof typeof TITLES): Extract<Effect, { does: 'respond' }> {
  const title = `${status} ${TITLES[status]}`;
  const lines = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    '<hr><center>nginx</center>',
    '</body>',
    '</html>',
    '',
  ];
  return {
    does: 'respond',
    status,
    headers: { server: 'nginx', 'content-type': 'text/html' },
    body: lines.join('\r\n'),
  };
}
