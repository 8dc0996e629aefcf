import type { Contract, Language } from '@ax-cloud/contract/contract';
import { MOCK_HEADER } from '@ax-cloud/contract/mock-header';
import { rejectingStatuses } from '@ax-cloud/contract/outcomes';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { statusFields } from '@ax-cloud/contract/request-body';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { maxTimeIn } from '../guides/code-samples.ts';
import { block, inline } from '../html.ts';
import { linkQuestions } from '../question-links.ts';
import type { Sample } from '../samples.ts';
import { checkedSchemas } from './checked-schemas.ts';
import { caseGroups } from './form-cases.ts';
import type { FormData } from './form-data.ts';
import { renderForm } from './form-html.ts';
import { FORM_TEXTS, OUTCOMES } from './form-texts.ts';

/**
 * Makes the data of a language's form from the contract, the scenarios and the code samples.
 *
 * @throws {Error} in one line, for what the form cannot follow
 */
export function makeForm(
  contract: Contract,
  scenarios: readonly Scenario[],
  samples: readonly Sample[],
  language: Language,
): FormData {
  const { method, path, orderCode, success, responses, servers, cancels } = contract;
  const texts = FORM_TEXTS[language];
  const groups = caseGroups(contract, scenarios, language);
  const keyPrefix = `${schemeOf(contract)} `.trimStart();
  const seconds = limitOf(samples);
  const { responses: forms, schemas } = checkedSchemas(contract);
  const hostsOf = (isMeant: (environment: string) => boolean) =>
    servers.filter(({ environment }) => isMeant(environment)).map(({ url }) => new URL(url).hostname);
  return {
    method,
    path,
    orderCode: orderCode.name,
    keyPrefix,
    curl: {
      start: `curl --include --max-time ${seconds} --request ${method}`,
      // In double quotes, so that the shell expands the variable.
      key: `"Authorization: ${keyPrefix.replace(/["$\\`]/g, '\\$&')}$AX_API_KEY"`,
    },
    success: { status: success.status, orderPointer: success.orderPointer, echoes: success.echoes },
    responses: Object.fromEntries(
      responses.map(({ status, description }) => [
        status,
        { schema: forms.get(status) ?? {}, description: block(linkQuestions(description, language)) },
      ]),
    ),
    schemas,
    statuses: { fields: statusFields(contract).map(({ name }) => name), cancels },
    turnedAway: rejectingStatuses(contract, scenarios),
    hosts: {
      production: hostsOf((environment) => environment === 'production'),
      other: hostsOf((environment) => environment !== 'production'),
    },
    mockHeader: MOCK_HEADER,
    seconds,
    cases: groups.flatMap(({ cases }) => cases),
    html: renderForm(contract, groups, language),
    texts: {
      outcomes: texts.outcomes,
      why: mapValues(texts.why, (text, why) => ({ outcome: OUTCOMES[why], html: inline(text) })),
      problems: mapValues(texts.problems, (text) => inline(text)),
      sending: inline(texts.sending),
      isMock: inline(texts.isMock),
      confirm: texts.confirm,
      unmet: inline(texts.unmet),
    },
  };
}

/** The time limit of the code samples for the whole call. */
function limitOf(samples: readonly Sample[]): number {
  const seconds = maxTimeIn(samples.flatMap(({ sources }) => [...sources.values()]));
  if (seconds !== undefined) return Number(seconds);
  throw new Error(
    'No code sample says "--max-time", from which the form of the docs takes its time limit. Restore it in spec/samples/curl.sh.',
  );
}

function mapValues<Key extends string, Value>(
  texts: Readonly<Record<Key, string>>,
  change: (text: string, key: Key) => Value,
): Record<Key, Value> {
  const changed = Object.entries<string>(texts).map(([key, text]) => [key, change(text, key as Key)]);
  return Object.fromEntries(changed) as Record<Key, Value>;
}
