import { type Contract, provokingValue } from '@ax-cloud/channel-spec/contract';
import type { Case, CaseContext, Verdict } from './case.ts';
import { type Answer, exchange, NoAnswer } from './exchange.ts';
import { dealOrders } from './orders.ts';
import type { Settings } from './settings.ts';

/** What came of a case: a verdict, or why it did not run. */
export type Finding = Verdict | { outcome: 'skipped'; reason: string };

/** An order code that is well-formed and that no order has, as the contract's 404 example names it. */
export function unknownOrderCode(contract: Contract): string {
  return provokingValue(contract, 404, '$request.path.ax_order_code');
}

/** Makes the function that runs one case after the other against the server of the settings. */
export function createRun(settings: Settings, contract: Contract, cases: readonly Case[]) {
  const orders = dealOrders(settings, cases, unknownOrderCode(contract));
  let cancelled: CaseContext['cancelled'];

  return async function run(one: Case): Promise<Finding> {
    const order = orders.assign(one);
    if ('missing' in order) return { outcome: 'skipped', reason: order.missing };
    let last: Answer | undefined;
    const context: CaseContext = {
      contract,
      orderCode: order.code,
      apiKey: settings.apiKey,
      invalidApiKey: settings.invalidApiKey,
      cancelled,
      async send(request) {
        last = await exchange(new URL(settings.baseUrl ?? ''), request, settings.timeoutMs);
        return last;
      },
    };
    const verdict = await verdictOf(one, context);
    const accepted = last !== undefined && last.status < 300;
    if (one.needs === 'order' && (accepted || last === undefined)) orders.stop(one);
    if (one.needs === 'fresh-order' && verdict.outcome === 'passed' && last !== undefined) {
      orders.confirm(order.code);
      // A passed verdict says that the answer is the contract's.
      cancelled ??= last.json as NonNullable<CaseContext['cancelled']>;
    }
    return verdict;
  };
}

/** A server that gives no answer breaks the contract; any other throw is an error of the suite and is passed on. */
async function verdictOf(one: Case, context: CaseContext): Promise<Verdict> {
  try {
    return await one.run(context);
  } catch (error) {
    if (error instanceof NoAnswer) return { outcome: 'failed', problems: [error.message] };
    throw error;
  }
}
