import type { Contract, Parameter } from '@ax-cloud/contract/contract';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';

const ADDRESS = 'http://127.0.0.1:4010';

/** Writes the shortest curl that cancels the contract's example order at the mock, as a Markdown block. */
export function curlBlock(contract: Contract): string {
  const { method, path, orderCode, headers, query, request } = contract;
  const [sample] = Object.values(request.examples).map(({ value }) => value as Record<string, unknown>);
  const body = request.fields
    .filter(({ required, cancels }) => required || cancels !== undefined)
    .map(({ name }) => `${JSON.stringify(name)}: ${JSON.stringify(sample?.[name])}`);
  const asked = new URLSearchParams(requiredOf(query)).toString();
  const target = path.replace(`{${orderCode.name}}`, encodeURIComponent(String(orderCode.example)));
  const sent = [
    ['Authorization', `${schemeOf(contract)} any-key`.trimStart()],
    ['Content-Type', 'application/json'],
    ...requiredOf(headers),
  ].map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  return [
    '```sh',
    `curl -X ${method} ${ADDRESS}${target}${asked && `?${asked}`} \\`,
    `  ${sent.join(' ')} \\`,
    `  -d ${quoted(`{ ${body.join(', ')} }`)}`,
    '```',
  ].join('\n');
}

function requiredOf(parameters: readonly Parameter[]): [string, string][] {
  return parameters.flatMap(({ name, required, example }) => (required ? [[name, String(example)]] : []));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
