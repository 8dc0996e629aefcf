import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

/** Documentation of the contract, as one tool makes it. */
export interface Site {
  name: string;
  /** The folder with its files. */
  folder: string;
}

export const OURS = 'these docs';
export const STOCK = 'stock Redocly';

const run = promisify(execFile);
const bundle = fileURLToPath(import.meta.resolve('@ax-cloud/channel-spec/openapi.json'));
/** The folder of an installed package, by one of its files. */
const packageFolder = (file: string) => dirname(fileURLToPath(import.meta.resolve(file)));

/** Writes each site as its tool's own documentation says, with the bundled contract in English. */
export async function makeSites(work: string): Promise<Site[]> {
  await rm(work, { recursive: true, force: true });
  const sites: Site[] = [];
  for (const [name, make] of Object.entries(MAKERS)) {
    const folder = join(work, name.replaceAll(/\W+/g, '-'));
    await mkdir(folder, { recursive: true });
    await make(folder);
    await compress(folder);
    sites.push({ name, folder });
  }
  return sites;
}

const MAKERS: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  async [OURS](folder) {
    const dist = fileURLToPath(new URL('../../../apps/docs/dist/', import.meta.url));
    await cp(dist, folder, { recursive: true });
    // The other sites are in English at their root, and so is this one here.
    await cp(join(dist, 'en'), folder, { recursive: true });
    for (const file of await readdir(folder)) {
      if (!file.endsWith('.html')) continue;
      const page = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), page.replaceAll('"../', '"./'));
    }
  },
  // With its script inside, because the page would otherwise load that from another host.
  [STOCK]: (folder) => {
    const cli = join(packageFolder('@redocly/cli/package.json'), 'bin/cli.js');
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    return run(
      process.execPath,
      [cli, 'build-docs', bundle, '--inlineBundle', '-o', join(folder, 'index.html')],
      { env },
    );
  },
  async Scalar(folder) {
    const script = join(packageFolder('@scalar/api-reference'), 'browser/standalone.js');
    await cp(script, join(folder, 'standalone.js'));
    await cp(bundle, join(folder, 'openapi.json'));
    await writePage(
      folder,
      `<div id="app"></div>
<script src="standalone.js"></script>
<script>Scalar.createApiReference('#app', { url: 'openapi.json' })</script>`,
    );
  },
  async 'Swagger UI'(folder) {
    const dist = packageFolder('swagger-ui-dist/package.json');
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
      await cp(join(dist, file), join(folder, file));
    await cp(bundle, join(folder, 'openapi.json'));
    await writePage(
      folder,
      `<link rel="stylesheet" href="swagger-ui.css">
<div id="swagger-ui"></div>
<script src="swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: 'openapi.json', dom_id: '#swagger-ui' })</script>`,
    );
  },
};

/** The page that the quick start of a tool shows. */
function writePage(folder: string, body: string): Promise<void> {
  const page = `<!doctype html>
<html lang="en">
<head>
<title>API reference</title>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>
${body}
</body>
</html>
`;
  return writeFile(join(folder, 'index.html'), page);
}

/** All sites get the same compressed copies, and no other ones. */
async function compress(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const [compressed, others] = [
    files.filter((file) => COPY.test(file)),
    files.filter((file) => !COPY.test(file)),
  ];
  await Promise.all(compressed.map((file) => rm(file)));
  for (const file of others) await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
}

const COPY = /\.(?:gz|br)$/;
