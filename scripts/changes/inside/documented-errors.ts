import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Contract } from '@ax-cloud/contract/contract';
import { type DocumentedExample, documentedExamples, readRefusals } from '@ax-cloud/contract/refusals';
import { cancelExample } from './client-use.ts';

/** The kind of error that the client must report for a documented error. */
function wantedKind(contract: Contract, { status }: DocumentedExample): string {
  const { missingKey, wrongKey, order, unreadable, invalid } = readRefusals(contract);
  const has = (examples: readonly DocumentedExample[]) => examples.some((one) => one.status === status);
  if (has([missingKey, ...wrongKey])) return 'forbidden';
  if (has(order)) return 'not_found';
  return has([unreadable, ...invalid]) ? 'invalid_request' : 'refused';
}

/**
 * Serves each documented error once, and lets the client judge it.
 *
 * @throws {Error} with one line for each error that it judges wrong
 */
export async function judgeDocumentedErrors(contract: Contract): Promise<string> {
  const errors = documentedExamples(contract).filter(({ status }) => status !== contract.success.status);
  let current: DocumentedExample | undefined;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(current?.status ?? 500, { 'content-type': 'application/json' });
      response.end(JSON.stringify(current?.value));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wrong: string[] = [];
  for (const error of errors) {
    current = error;
    const result = await cancelExample(contract, { baseUrl });
    const wanted = `${wantedKind(contract, error)}, ${error.status < 500 ? 'rejected' : 'unknown'}`;
    const judged = result.ok ? 'a success' : `${result.error.kind}, ${result.error.outcome}`;
    if (judged !== wanted)
      wrong.push(`${error.status} ${error.name} is judged ${judged}, and it is ${wanted}.`);
  }
  server.closeAllConnections();
  server.close();
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return `${errors.length} documented errors`;
}
