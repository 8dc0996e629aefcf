import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

/** As in its README, without a logger. */
const [port, contract = ''] = process.argv.slice(2);
const app = await createMockServer({ document: JSON.parse(await readFile(contract, 'utf8')) });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
