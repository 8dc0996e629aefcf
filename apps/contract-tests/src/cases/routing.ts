import type { AnswerCheck } from '../answer-check.ts';
import type { Case } from '../case.ts';
import { mustBe, observe } from '../verdicts.ts';
import { cancelRequest } from './requests.ts';

/** Order codes, paths, methods and headers, all with a made-up order code, so that none can cancel. */
export function routingCases(check: AnswerCheck): Case[] {
  return [
    {
      id: 'order.unknown',
      title: 'A code that no order has is answered with 404',
      needs: 'key',
      async run(context) {
        return mustBe(check, await context.send(cancelRequest(context)), 404);
      },
    },
    observation('order.malformed', 'What the server does with a code that is no UUID', {
      orderCode: 'not-a-uuid',
    }),
    observation('order.trailing-slash', 'What the server does with a slash at the end of the path', {
      suffix: '/',
    }),
    observation('headers.accept-absent', 'What the server does without Accept', {
      headers: { accept: undefined },
    }),
    observation('headers.accept-language-english', 'What language an error has when English is asked for', {
      headers: { 'accept-language': 'en' },
    }),
    // Never GET: on this path it is another operation of AX Cloud's.
    observation('method.put', 'What the server does with PUT', { method: 'PUT' }),
  ];
}

function observation(id: string, title: string, change: Parameters<typeof cancelRequest>[1]): Case {
  return {
    id,
    title,
    needs: 'key',
    async run(context) {
      const answer = await context.send(cancelRequest(context, change));
      if (answer.status < 300) {
        return { outcome: 'failed', problems: [`a made-up order code was accepted with ${answer.status}`] };
      }
      return observe(answer);
    },
  };
}
