import { documentRule, listOf, objectOf } from './rule.ts';

const ENVIRONMENTS = ['test', 'production'];

/** The two servers, each by the name that the client calls it by; paths belong to the operation, because the mock ignores a server's. */
export const environments = documentRule((document, report) => {
  const found = listOf(document.servers).map((server) => objectOf(server));
  found.forEach((server, index) => {
    const at = ['servers', index];
    const name = String(server['x-environment']);
    if (!ENVIRONMENTS.includes(name))
      report(
        at,
        'Every server names its environment, by which the client calls it: "x-environment: test" or "production".',
      );
    else if (found.findIndex((one) => one['x-environment'] === name) !== index)
      report(at, `A second server of the environment "${name}". Remove one.`);
    if (server.variables !== undefined || !isOrigin(String(server.url))) {
      report(
        [...at, 'url'],
        'A server is an origin: scheme and host, without a path, a slash or variables. The path stands in "paths".',
      );
    }
  });
  for (const name of ENVIRONMENTS) {
    if (!found.some((server) => server['x-environment'] === name))
      report(['servers'], `No server is the environment "${name}". Add it.`);
  }
  if (!/^\d+\.\d+\.\d+$/.test(String(objectOf(document.info).version))) {
    report(['info', 'version'], 'The version is not of the form 1.2.3. Correct it.');
  }
});

function isOrigin(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === url;
}
