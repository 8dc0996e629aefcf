import { loadContract } from '@ax-cloud/contract/contract';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { statusFields } from '@ax-cloud/contract/request-body';
import type { Reply } from './behaviour.ts';
import { fieldRules } from './field-rules.ts';

/** What the contract calls the things that variants are about. */
export const contract = await loadContract();

export const RULES = fieldRules(contract);

/** The status of a success. */
export const SUCCESS = contract.success.status;

/** The case of the first cancel of a run, and the one of the other kind. */
export const [FIRST = '', SECOND = 'cancel.other'] = Object.keys(contract.request.examples).map(
  (name) => `cancel.${name}`,
);

/** The kinds of cancel; the second is empty where there is one only. */
export const [CANCEL = '', OTHER_CANCEL = ''] = contract.cancels;

/** The request's fields for a status, and their values. */
export const STATUS_FIELDS = statusFields(contract).map(({ name }) => name);
export const STATUSES = [...new Set(statusFields(contract).flatMap(({ schema }) => schema.enum ?? []))].map(
  String,
);

/** The fields of the order in a success. */
export const ORDER = orderFields(contract);

const { wrongKey, order } = readRefusals(contract);

/** The documented errors, for a wrong key and for an order code that is not known. */
export const WRONG_KEY: Reply = { status: wrongKey[0].status, body: wrongKey[0].value };
export const NOT_FOUND: Reply = { status: order[0].status, body: order[0].value };
