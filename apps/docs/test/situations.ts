import { EXIT_CODES } from '@ax-cloud/channel-spec/samples';
import type { Contract } from '@ax-cloud/contract/contract';
import { documentedExamples } from '@ax-cloud/contract/refusals';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import type { Changes } from './relay.ts';
import type { RunnableSample } from './runtimes.ts';

/** A response or a fault of the mock, and what is known about the order afterwards. */
export interface Situation {
  name: string;
  outcome: Scenario['outcome'];
  documented: boolean;
  /** What a scenario does to the connection. */
  fault?: Scenario['fault'];
  /** The changes to the request that provoke it. */
  changes: Changes;
}

/** All situations of the mock: the success, each documented refusal, and each scenario. */
export function situationsOf(contract: Contract, scenarios: readonly Scenario[]): Situation[] {
  const own = String(contract.orderCode.example);
  return [
    { name: 'a success', outcome: 'cancelled', documented: true, changes: {} },
    ...documentedExamples(contract).flatMap(({ status, name }): Situation[] =>
      status === contract.success.status
        ? []
        : [
            {
              name: `the documented ${status} ${name}`,
              outcome: status < 500 ? 'rejected' : 'unknown',
              documented: true,
              changes: { header: `Prefer: code=${status}, example=${name}` },
            },
          ],
    ),
    ...scenarios.map(({ name, code, outcome, fault }) => ({
      name: `the scenario ${name}`,
      outcome,
      documented: false,
      fault,
      changes: { orderCode: [own, code] } as const,
    })),
  ];
}

/** How a sample ends: its exit code, and the first word of its only line. */
export interface Ending {
  exitCode: number;
  word: 'Cancelled' | 'Refused' | 'Unknown';
}

const ENDINGS: Readonly<Record<Scenario['outcome'], Ending>> = {
  cancelled: { exitCode: EXIT_CODES.cancelled, word: 'Cancelled' },
  rejected: { exitCode: EXIT_CODES.refused, word: 'Refused' },
  unknown: { exitCode: EXIT_CODES.unknown, word: 'Unknown' },
};

/** How a sample must end after a situation. A sample that knows only the contract reports an undocumented refusal as unknown. */
export function endingOf({ outcome, documented }: Situation, { knowsMore }: RunnableSample): Ending {
  return ENDINGS[outcome === 'rejected' && !documented && !knowsMore ? 'unknown' : outcome];
}
