import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { DIST } from './site.ts';

/** Where the docs are served. */
export interface DocsOptions {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** The folder with the built docs; only tests use another one. */
  root?: URL;
}

/** Docs that are being served. */
export interface Docs {
  /** The address of the Korean page, with a slash at its end. */
  url: string;
  /** Resolves once the server has stopped. */
  close(): Promise<void>;
}

/**
 * Serves the built docs.
 *
 * @throws {Error} when they have not been built, or the server cannot listen; the message says what to do
 */
export async function startDocs({ port, host = '127.0.0.1', root = DIST }: DocsOptions): Promise<Docs> {
  const folder = fileURLToPath(root);
  await stat(join(folder, 'index.html')).catch((cause: unknown) => {
    throw new Error(
      'The docs have not been built: apps/docs/dist/index.html is missing. Run "pnpm site", which builds and serves them, ' +
        'or "pnpm --filter @ax-cloud/channel-docs build" after "pnpm generate".',
      { cause },
    );
  });
  const read = createReader(folder);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(response, 405, 'The docs can only be read: send GET or HEAD.');
    }
    read(request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url} failed:`, error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The docs server failed. Its terminal says why.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** Responds to GET and HEAD. */
type Reader = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createReader(folder: string): Reader {
  const files = sirv(folder, {
    // Reads the disk for each request: `pnpm start` builds the docs again while they are served.
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, path) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader(
        'Cache-Control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      const type = TYPES[SCHEMA.test(path) ? '.schema.json' : extname(path)];
      if (type !== undefined) response.setHeader('Content-Type', type);
    },
  });
  return async (request, response) => {
    const path = readPath(request.url ?? '/');
    // Compressed copies are served by `Accept-Encoding` only, never by their own name.
    if (path === undefined || /\.(?:gz|br)$/.test(path)) return sendNotFound(folder, path ?? '/', response);
    if (!path.endsWith('/') && (await isFolder(join(folder, path)))) return redirect(path, response);
    files(request, response, () => sendNotFound(folder, path, response));
  };
}

/** A file whose name changes with its content. */
const HASHED = /-[\da-f]{8}\.\w+$/;

/** JSON Schemas have a media type of their own. */
const SCHEMA = /\.schema\.json$/;

/** Media types with their charset, and those that sirv does not know. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.schema.json': 'application/schema+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
};

function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Redirects to the folder with a slash, because links are relative to it. A relative address, so that "//host" stays on this server. */
function redirect(path: string, response: ServerResponse): void {
  const folder = `${encodeURIComponent(basename(path))}/`;
  response.setHeader('Location', folder);
  sendText(response, 301, `The page is at ${folder}`);
}

/** Sends the page of unknown addresses. Its base leads back from the depth of the address. */
async function sendNotFound(folder: string, path: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => undefined);
  if (page === undefined) return sendText(response, 404, 'This page does not exist. The docs begin at "/".');
  const depth = path.split('/').length - 2;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  send(
    response,
    404,
    Buffer.from(page.replace('<base href="./">', `<base href="${'../'.repeat(depth) || './'}">`)),
  );
}

/** The decoded path of a request target; undefined when it is invalid or leaves the folder. */
function readPath(target: string): string | undefined {
  const [path = ''] = target.split(/[?#]/);
  try {
    const decoded = decodeURIComponent(path);
    const inside =
      decoded.startsWith('/') && !decoded.includes('\0') && !/[\\/]\.\.(?:[\\/]|$)/.test(decoded);
    return inside ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  send(response, status, Buffer.from(`${text}\n`));
}

function send(response: ServerResponse, status: number, content: Buffer): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // The pages change with every build.
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Length', content.length);
  response.writeHead(status);
  // Node.js sends no body in a response to HEAD.
  response.end(content);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const advice =
    error.code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use. Stop what uses it, or choose another port with AX_DOCS_PORT.`
      : `The docs cannot listen on ${host}, port ${port} (${error.code}). Choose others with AX_DOCS_HOST and AX_DOCS_PORT.`;
  return new Error(advice, { cause: error });
}
