import { readFileSync } from 'node:fs';
import type { Contract } from '@ax-cloud/contract/contract';
import { documentedExamples } from '@ax-cloud/contract/refusals';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { parse } from 'yaml';

/** A Korean text of an error, and the statuses that it comes with. */
interface ErrorText {
  text: string;
  statuses: readonly number[];
}

const TRANSLATIONS: Readonly<Record<string, string>> = parse(
  readFileSync(new URL('translations.yaml', import.meta.url), 'utf8'),
);

/** The Korean texts of errors in the contract's examples and in the scenarios, in their order. */
export function koreanTexts(contract: Contract, scenarios: readonly Scenario[]): ErrorText[] {
  const documented = documentedExamples(contract)
    .filter(({ status }) => status !== contract.success.status)
    .map(({ status, value }) => ({ status, value }));
  const others = scenarios.flatMap(({ status, body }) =>
    status === null || body === undefined ? [] : [{ status, value: parseBody(body) }],
  );
  const found = new Map<string, number[]>();
  for (const { status, value } of [...documented, ...others])
    for (const text of textsIn(value)) found.set(text, [...new Set([...(found.get(text) ?? []), status])]);
  return [...found].map(([text, statuses]) => ({ text, statuses }));
}

/** The English translation of a Korean text; undefined when there is none yet, for example in an edited contract. */
export function translate(text: string): string | undefined {
  return TRANSLATIONS[text];
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /[가-힣]/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
