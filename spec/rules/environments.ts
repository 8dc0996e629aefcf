import { documentRule, listOf, objectOf } from './rule.ts';

const ENVIRONMENTS = ['test', 'production'];

/** There are two servers, with the client's names for them. Paths belong to the operation: the mock ignores a server's path. */
export const environments = documentRule((document, report) => {
  const found = listOf(document.servers).map((server) => objectOf(server));
  const names = found.map((server) => server['x-environment']);
  const wrong = names.findIndex(
    (name, index) => !ENVIRONMENTS.includes(String(name)) || names.indexOf(name) !== index,
  );
  const missing = ENVIRONMENTS.find((name) => !names.includes(name));
  if (wrong !== -1) {
    report(
      ['servers', wrong],
      `The environment of this server is ${names[wrong]}. Write "x-environment: ${missing ?? ENVIRONMENTS[0]}", or remove the server.`,
    );
  } else if (missing !== undefined) {
    report(
      ['servers'],
      `No server is the environment "${missing}". Add it, with "x-environment: ${missing}".`,
    );
  }
  found.forEach((server, index) => {
    const at = ['servers', index, 'url'];
    if (!isOrigin(String(server.url)) || server.variables !== undefined) {
      report(
        at,
        `A server is an https origin, without a path, a slash or variables. ${originOf(server.url)}`,
      );
    } else if (found.findIndex((one) => one.url === server.url) !== index) {
      report(at, `Two servers have the URL ${server.url}. Correct one.`);
    }
  });
});

/** What to write in place of a URL that is no origin. */
function originOf(url: unknown): string {
  const { protocol = '', origin = '' } = URL.parse(String(url)) ?? {};
  return protocol === 'https:'
    ? `Write "${origin}"; a path stands in "paths".`
    : 'Write "https://", the host and, where it is not 443, the port.';
}

function isOrigin(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === url && url.startsWith('https:');
}
