import type { Contract } from '@ax-cloud/channel-spec/contract';
import type { AnswerCheck } from '../answer-check.ts';
import type { Case, CaseContext } from '../case.ts';
import { mustBe, observe } from '../verdicts.ts';
import { cancelRequest, exampleBody } from './requests.ts';

/** Each request example of the contract, sent for a real order: 200, the contract's form, and the echo of the request. */
export function successCases(contract: Contract, check: AnswerCheck): Case[] {
  return Object.entries(contract.request.examples).map(([name, { summary, value }]) => ({
    id: `cancel.${name}`,
    title: `The example "${summary}" cancels the order, and the answer repeats the request`,
    needs: 'fresh-order',
    async run(context) {
      const answer = await context.send(cancelRequest(context, { body: value }));
      const verdict = mustBe(check, answer, 200);
      if (verdict.outcome !== 'passed') return verdict;
      const [first, ...others] = check.unmet(answer, context.orderCode, value);
      if (first !== undefined) return { outcome: 'failed', problems: [first, ...others] };
      return verdict;
    },
  }));
}

/** What the contract leaves open about an order that is cancelled already. */
export function repeatCases(contract: Contract): Case[] {
  const valid = exampleBody(contract);
  const other = Object.values(contract.request.examples)[1]?.value;
  return [
    observation('repeat', 'What the server does with the same cancel again', 'cancelled-order', {
      body: valid,
    }),
    observation('other-kind', 'What the server does with the other kind of cancel', 'cancelled-order', {
      body: other,
    }),
    {
      id: 'cancel.channel-code',
      title: "What the server does with the channel's own code in the path",
      needs: 'cancelled-order',
      async run(context) {
        const orderCode = context.cancelled?.channel_order_code;
        if (orderCode === undefined) throw new Error('No cancelled order to take the channel code from.');
        return observe(await context.send(cancelRequest(context, { orderCode })));
      },
    },
  ];
}

/** Whether `New` takes a cancellation back. It comes last, because the order may be another one afterwards. */
export function reopenCase(): Case {
  return observation('reopen', 'What the server does with New for a cancelled order', 'cancelled-order', {
    body: { ax_status: 'New', channel_status: 'New' },
  });
}

/** What the contract leaves open about the statuses; each needs an order in its first state. */
export function statusCases(contract: Contract): Case[] {
  const { ax_status, channel_status } = exampleBody(contract);
  return [
    observation('new', 'What the server does with New in both statuses', 'fresh-order', {
      body: { ax_status: 'New', channel_status: 'New' },
    }),
    observation('mixed', 'What the server does with two different statuses', 'fresh-order', {
      body: { ax_status, channel_status: 'New' },
    }),
    observation(
      'channel-status-alone',
      'What the server does without ax_status, as a later version of the page has it',
      'fresh-order',
      { body: { channel_status } },
    ),
  ];
}

function observation(id: string, title: string, needs: Case['needs'], change: { body: unknown }): Case {
  return {
    id: `cancel.${id}`,
    title,
    needs,
    async run(context: CaseContext) {
      return observe(await context.send(cancelRequest(context, change)));
    },
  };
}
