import type { Contract } from '@ax-cloud/contract/contract';
import { requiredExamples, targetOf } from '@ax-cloud/contract/example-request';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { shellWord } from '@ax-cloud/contract/shell-word';

const ADDRESS = 'http://127.0.0.1:4010';

/** Writes the shortest curl that cancels the contract's example order at the mock, as a Markdown block. */
export function curlBlock(contract: Contract): string {
  const { method, orderCode, headers, request } = contract;
  const [sample] = Object.values(request.examples).map(({ value }) => value as Record<string, unknown>);
  const body = request.fields
    .filter(({ required, cancels }) => required || cancels !== undefined)
    .map(({ name }) => `${JSON.stringify(name)}: ${JSON.stringify(sample?.[name])}`);
  const sent = [
    ['Authorization', `${schemeOf(contract)} any-key`.trimStart()],
    ['Content-Type', 'application/json'],
    ...Object.entries(requiredExamples(headers)),
  ].map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`);
  return [
    '```sh',
    `curl -X ${method} ${ADDRESS}${targetOf(contract, String(orderCode.example))} \\`,
    `  ${sent.join(' ')} \\`,
    `  -d ${shellWord(`{ ${body.join(', ')} }`)}`,
    '```',
  ].join('\n');
}
