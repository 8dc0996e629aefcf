import { readFile } from 'node:fs/promises';
import type { GeneratedClients } from './generated/generated-clients.d.ts';

export type { GeneratedClient, GeneratedClients } from './generated/generated-clients.d.ts';

/**
 * Reads what other people's generators make of the contract, `spec/generated-clients.json`, whose form the tests hold against
 * `generated-clients.schema.json`.
 */
export async function loadGeneratedClients(): Promise<GeneratedClients> {
  const url = new URL(import.meta.resolve('@ax-cloud/channel-spec/generated-clients.json'));
  return JSON.parse(await readFile(url, 'utf8'));
}
