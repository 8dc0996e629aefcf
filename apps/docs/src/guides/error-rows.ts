import type { Contract, Language } from '@ax-cloud/contract/contract';
import { type OrderOutcome, refusalOutcome } from '@ax-cloud/contract/outcomes';
import { refusalKinds } from '@ax-cloud/contract/refusal-kinds';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { ERROR_TEXTS } from './error-texts.ts';
import { type Provocation, provocationsOf, scenarioProvocation } from './provocations.ts';

/** What a caller can meet: a documented response, a scenario, or a request that was not sent. */
export interface ErrorRow {
  /** Unique, the same in each language: the status of a documented response, the name of a scenario. */
  id: string;
  /** Undefined when no response comes. */
  status: number | undefined;
  /** The response or the event, in Markdown. */
  event: string;
  outcome: OrderOutcome;
  again: Again;
  /** What to do, in Markdown. */
  advice: string;
  /** Ways to provoke it at the mock; empty when the mock cannot. */
  provocations: readonly Provocation[];
}

/** Whether the request may be sent again. */
export type Again = 'done' | 'corrected' | 'asked' | 'checked' | 'yes';

/**
 * Everything that can happen to a request, by ascending status, and then without a response: the documented responses, the scenarios,
 * and the failed connection.
 */
export function errorRows(
  contract: Contract,
  scenarios: readonly Scenario[],
  language: Language,
): ErrorRow[] {
  const rows = [
    ...documentedRows(contract, language),
    ...scenarios.map((scenario) => scenarioRow(scenario, contract, language)),
  ];
  // The sort is stable: of equal statuses, the documented one comes first.
  const [some, none] = [true, false].map((wanted) =>
    rows.filter(({ status }) => (status !== undefined) === wanted),
  );
  return [
    ...(some ?? []).toSorted((a, b) => (a.status ?? 0) - (b.status ?? 0)),
    ...(none ?? []),
    notSentRow(language),
  ];
}

function documentedRows(contract: Contract, language: Language): ErrorRow[] {
  const texts = ERROR_TEXTS[language];
  const kinds = refusalKinds(contract);
  return contract.responses.map((response): ErrorRow => {
    const { status, examples } = response;
    const provocations = provocationsOf(contract, response);
    const kind = kinds[status];
    if (kind === undefined) {
      const event = texts.success(status);
      const advice = texts.advice.success;
      return { id: `${status}`, status, event, outcome: 'cancelled', again: 'done', advice, provocations };
    }
    const outcome = refusalOutcome(kind, status);
    const summaries = Object.values(examples).map(({ summary }) => summary);
    return {
      id: `${status}`,
      status,
      event: [`\`${status}\``, ...new Set(summaries)].join(' · '),
      outcome,
      again: outcome === 'rejected' ? 'corrected' : 'checked',
      advice: outcome === 'rejected' ? texts.advice[kind](schemeOf(contract)) : texts.advice.check,
      provocations,
    };
  });
}

function scenarioRow(scenario: Scenario, contract: Contract, language: Language): ErrorRow {
  const { name, happens, outcome, advice } = scenario;
  const status = statusOf(scenario, contract);
  const shown = `\`${status}\``;
  const text = happens[language];
  return {
    id: name,
    status,
    event: status === undefined || text.startsWith(shown) ? text : `${shown} · ${text}`,
    outcome,
    again: againAfter(scenario),
    advice: advice[language],
    provocations: [scenarioProvocation(contract, scenario)],
  };
}

/** A scenario that spoils a success has the status of the contract's success. */
function statusOf({ status, fault }: Scenario, { success }: Contract): number | undefined {
  const spoilt = fault !== undefined && status !== null && status < 300;
  return spoilt ? success.status : (status ?? undefined);
}

/** `Retry-After` means that the server asks for a retry. */
function againAfter({ outcome, headers = {} }: Scenario): Again {
  if (outcome === 'cancelled') return 'done';
  if ('retry-after' in headers) return 'asked';
  return outcome === 'rejected' ? 'corrected' : 'checked';
}

/** A request that was not sent. The client recognizes it by the runtime's error. */
function notSentRow(language: Language): ErrorRow {
  const { event, advice } = ERROR_TEXTS[language].notSent;
  return {
    id: 'no-connection',
    status: undefined,
    event,
    outcome: 'not_sent',
    again: 'yes',
    advice,
    provocations: [],
  };
}
