import { loadContract } from '@ax-cloud/contract/contract';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { statusFields } from '@ax-cloud/contract/request-body';
import type { Reply } from './behaviour.ts';
import { fieldRules } from './field-rules.ts';

/** The contract. The constants below are its names for what variants change. */
export const contract = await loadContract();

export const RULES = fieldRules(contract);

/** The HTTP status of a success. */
export const SUCCESS = contract.success.status;

/** The cases of a run's first cancel and of the other kind of cancel. */
export const [FIRST = '', SECOND = 'cancel.other'] = Object.keys(contract.request.examples).map(
  (name) => `cancel.${name}`,
);

/** The kinds of cancel; the second is empty if there is only one. */
export const [CANCEL = '', OTHER_CANCEL = ''] = contract.cancels;

/** The request's status fields and their values. */
export const STATUS_FIELDS = statusFields(contract).map(({ name }) => name);
export const STATUSES = [...new Set(statusFields(contract).flatMap(({ schema }) => schema.enum ?? []))].map(
  String,
);

/** The fields of the order in a success. */
export const ORDER = orderFields(contract);

const { wrongKey, order } = readRefusals(contract);

/** The documented errors for a wrong key and for an unknown order code. */
export const WRONG_KEY: Reply = { status: wrongKey[0].status, body: wrongKey[0].value };
export const NOT_FOUND: Reply = { status: order[0].status, body: order[0].value };
