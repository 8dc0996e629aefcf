import { describe, expect, it } from 'vitest';
import { type Contract, loadContract } from '../src/contract.ts';
import { refusalOutcome, rejectingStatuses } from '../src/outcomes.ts';
import { refusalKinds } from '../src/refusal-kinds.ts';
import { loadScenarios } from '../src/scenarios.ts';

const contract = await loadContract();
const scenarios = await loadScenarios();

/** The contract with one more response. */
function documenting(status: number): Contract {
  return { ...contract, responses: [...contract.responses, { ...contract.success, status }] };
}

describe('The statuses after which an order is as it was', () => {
  it('are those of documented refusals and of scenarios that say so', () => {
    const documented = contract.responses.filter(({ status }) => status !== contract.success.status);
    const told = scenarios.filter(({ outcome }) => outcome === 'rejected');
    expect(told.length).toBeGreaterThan(0);
    expect(rejectingStatuses(contract, scenarios).toSorted()).toEqual(
      [...documented, ...told].map(({ status }) => status).toSorted(),
    );
  });

  it('include a documented 409, and not the status of a scenario with an unknown outcome', () => {
    expect(rejectingStatuses(documenting(409), scenarios)).toContain(409);
    expect(rejectingStatuses(contract, scenarios)).not.toContain(500);
  });

  it('do not include a documented 503, which may come after the order was cancelled', () => {
    expect(refusalKinds(documenting(503))[503]).toBe('refused');
    expect(refusalOutcome('refused', 503)).toBe('unknown');
    expect(rejectingStatuses(documenting(503), scenarios)).not.toContain(503);
  });

  it('include each status once, even if a scenario and a documented refusal share it', () => {
    const statuses = rejectingStatuses(documenting(429), scenarios);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});
