import { mkdir } from 'node:fs/promises';
import { type OpenApiDocument, readContract } from '@ax-cloud/contract/contract';
import { consumerOf } from './consumer.ts';
import { runIn, succeeded } from './run.ts';
import type { Scratch } from './scratch.ts';

const CLIENT = 'packages/client';

/**
 * Compiles the client of a copy, and a program that imports the built client by its package name. It uses the native compiler of
 * `scripts` with one thread, because other processors work on other copies.
 *
 * @throws {Error} with the compiler's output
 */
export async function compileConsumer(scratch: Scratch): Promise<undefined> {
  const document = JSON.parse(await scratch.read('spec/dist/openapi.json')) as OpenApiDocument;
  await mkdir(scratch.path(CLIENT, 'consumer'));
  await scratch.write(`${CLIENT}/consumer/consumer.ts`, consumerOf(readContract(document)));
  const config = { extends: './tsconfig.json', include: ['src', 'consumer'] };
  await scratch.write(`${CLIENT}/tsconfig.consumer.json`, JSON.stringify(config));
  return succeeded(
    await runIn(scratch, 'scripts', `tsc -p ../${CLIENT}/tsconfig.consumer.json --singleThreaded`),
  );
}
