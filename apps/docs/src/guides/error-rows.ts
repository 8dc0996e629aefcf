import type { Contract, Language } from '@ax-cloud/contract/contract';
import { type OrderOutcome, refusalOutcome } from '@ax-cloud/contract/outcomes';
import { refusalKinds } from '@ax-cloud/contract/refusal-kinds';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { ERROR_TEXTS } from './error-texts.ts';
import { type Provocation, provocationsOf, scenarioProvocation } from './provocations.ts';

/** What a caller can meet: a documented response, a scenario, or a request that never left. */
export interface ErrorRow {
  /** Unique, the same in each language: the status of a documented response, the name of a scenario. */
  id: string;
  /** Undefined where no response comes. */
  status: number | undefined;
  /** What comes, or happens, in Markdown. */
  event: string;
  outcome: OrderOutcome;
  again: Again;
  /** What to do, in Markdown. */
  advice: string;
  /** Each of them brings it about at the mock; empty where the mock cannot. */
  provocations: readonly Provocation[];
}

/** Whether the request may be sent again. */
export type Again = 'done' | 'corrected' | 'asked' | 'checked' | 'yes';

/**
 * Everything that can come of a request, by ascending status and then without one: what the contract documents, each scenario, and
 * the connection that there never was.
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
  // The order of equal ones stays: what is documented comes first.
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

/** A scenario that spoils a success has the status that the contract's success has. */
function statusOf({ status, fault }: Scenario, { success }: Contract): number | undefined {
  const spoilt = fault !== undefined && status !== null && status < 300;
  return spoilt ? success.status : (status ?? undefined);
}

/** A server that names a time asks to come back then. */
function againAfter({ outcome, headers = {} }: Scenario): Again {
  if (outcome === 'cancelled') return 'done';
  if ('retry-after' in headers) return 'asked';
  return outcome === 'rejected' ? 'corrected' : 'checked';
}

/** The client tells it by what the runtime says of the connection. */
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
