import type { Contract } from '@ax-cloud/channel-spec/contract';
import { resolveSchema } from '@ax-cloud/channel-spec/schema';
import type { AnswerCheck } from '../answer-check.ts';
import type { Case } from '../case.ts';
import { JSON_VALUES, type JsonType } from '../json-values.ts';
import { mustBeRefused, observe } from '../verdicts.ts';
import { cancelRequest, exampleBody } from './requests.ts';

type Change = Parameters<typeof cancelRequest>[1];

/**
 * Bodies that the request schema refuses, derived from it. Each goes to a real order, because the server looks the order
 * up before it reads the body, and none may cancel it.
 */
export function invalidBodyCases(contract: Contract, check: AnswerCheck): Case[] {
  const valid = exampleBody(contract);
  const schema = resolveSchema(contract, contract.request.schema);
  const required = schema.required ?? [];
  const fields = Object.entries(schema.properties ?? {});

  const refused = (id: string, what: string, change: Change): Case => ({
    id: `body.${id}`,
    title: `${what} is refused with 400`,
    needs: 'order',
    async run(context) {
      return mustBeRefused(check, await context.send(cancelRequest(context, change)), 400, what);
    },
  });
  const without = (name: string) => Object.fromEntries(Object.entries(valid).filter(([key]) => key !== name));

  return [
    refused('empty-object', 'A body without any field', { body: {} }),
    refused('misnamed', "A body with the field names of the page's cURL", {
      body: {
        channel_order_status: valid.channel_status,
        ax_order_status: valid.ax_status,
        comment: valid.comment,
      },
    }),
    refused('array', 'A body that is an array', { body: [valid] }),
    refused('unreadable', 'A body that is no JSON', { text: '{' }),
    refused('media-type', 'A body that is declared as text/plain', {
      headers: { 'content-type': 'text/plain' },
    }),
    ...required.map((name) => refused(`${name}.missing`, `A body without ${name}`, { body: without(name) })),
    ...fields.flatMap(([name, property]) => {
      const { type, enum: known } = resolveSchema(contract, property);
      // A number for free text is commonly taken as its digits, which harms nobody: that one is observed elsewhere.
      const types = Object.keys(JSON_VALUES).filter(
        (other) => other !== type && !(other === 'number' && known === undefined),
      ) as JsonType[];
      const wrongTypes = types.map((other) =>
        refused(`${name}.type.${other}`, `A body whose ${name} is of type ${other}`, {
          body: { ...valid, [name]: JSON_VALUES[other] },
        }),
      );
      if (known === undefined) return wrongTypes;
      return [
        ...wrongTypes,
        refused(`${name}.unlisted`, `A body whose ${name} is a status that the page does not list`, {
          body: { ...valid, [name]: 'Cancelled by nobody' },
        }),
        refused(`${name}.other-case`, `A body whose ${name} is spelt in small letters`, {
          body: { ...valid, [name]: String(valid[name]).toLowerCase() },
        }),
      ];
    }),
  ];
}

/** Bodies on which the contract is silent. They go to the order that is already cancelled, so that they cost none. */
export function silentBodyCases(contract: Contract): Case[] {
  const valid = exampleBody(contract);
  const observation = (id: string, title: string, comment: unknown): Case => ({
    id: `body.comment.${id}`,
    title,
    needs: 'cancelled-order',
    async run(context) {
      return observe(await context.send(cancelRequest(context, { body: { ...valid, comment } })));
    },
  });
  return [
    observation('empty', 'What the server does with an empty comment', ''),
    observation('type.number', 'What the server does with a comment that is a number', JSON_VALUES.number),
  ];
}
