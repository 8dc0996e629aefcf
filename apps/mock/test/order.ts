import { type Contract, type Example, uncancelledStatus } from '@ax-cloud/contract/contract';
import { orderIn } from '@ax-cloud/contract/echo';
import { evaluate } from '@ax-cloud/contract/expression';
import { readOrderCodeForm } from '@ax-cloud/contract/order-code-form';
import { type DocumentedExample, readRefusals } from '@ax-cloud/contract/refusals';
import { readFields } from '@ax-cloud/contract/schema';

/** A request's body. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * What tests send to a contract's operation and may expect from it. All of it is read from the contract, so that another reading
 * of the page needs no other test.
 */
export function orderOf(contract: Contract) {
  const { document, orderCode, request, success } = contract;
  const refusals = readRefusals(contract);
  const [invalid] = refusals.invalid;
  const [sample] = Object.values(request.examples).map(({ value }) => value as Body);
  const statusFields = request.fields.filter(({ cancels }) => cancels !== undefined);
  /** The example order. */
  const ORDER = String(orderCode.example);
  /** The headers that every request must have beside the key. */
  const HEADERS: Readonly<Record<string, string>> = Object.fromEntries(
    contract.headers
      .filter(({ required }) => required)
      .map(({ name, example }) => [name.toLowerCase(), String(example)]),
  );
  /** A body that the contract allows: the first example without its optional fields. */
  const VALID: Body = Object.fromEntries(
    request.fields
      .filter(({ required, cancels }) => required || cancels !== undefined)
      .map(({ name }) => [name, sample?.[name]]),
  );
  const statuses = (statusFields[0]?.schema.enum ?? []).map(String);

  function documented(status: number, name: string): Example {
    const found = contract.responses.find((response) => response.status === status)?.examples[name];
    if (found === undefined) throw new Error(`The contract has no example ${name} of ${status}.`);
    return found;
  }

  return {
    ORDER,
    HEADERS,
    VALID,
    /** The documented refusals, by cause. */
    refusals,
    /** The refusal of an order code of another form; undefined where any text may be one. */
    malformed: readOrderCodeForm(contract)?.refusal,
    /** The status of the success, and that of the refusal of an invalid request. */
    SUCCESS: success.status,
    INVALID: invalid.status,
    /** All values of a status, in the contract's order. */
    statuses,
    statusFields,
    requiredFields: request.fields.filter(({ required }) => required),
    /** The fields that take any text. */
    textFields: request.fields.filter(
      ({ schema }) => [schema.type].flat().includes('string') && schema.enum === undefined,
    ),
    /** The status of an open order; empty when no request can name one. */
    uncancelled: uncancelledStatus(contract),

    /** The path of an order. */
    orderPath(code: string = ORDER): string {
      return contract.path.replace(`{${orderCode.name}}`, encodeURIComponent(code));
    },

    /** The valid body with this status in each field that takes one. */
    withStatus(status: unknown): Body {
      return { ...VALID, ...Object.fromEntries(statusFields.map(({ name }) => [name, status])) };
    },

    /** The valid body with statuses that differ, as far as the contract has several fields and values. */
    mixed(): Body {
      const values = [...statuses].reverse();
      const each = statusFields.map(({ name }, index) => [name, values[index % values.length]]);
      return { ...VALID, ...Object.fromEntries(each) };
    },

    /** The body without a field. */
    without(name: string): Body {
      return Object.fromEntries(Object.entries(VALID).filter(([other]) => other !== name));
    },

    /** The order in the body of a success. */
    orderIn: (json: unknown) => orderIn(success, json),

    /** What the order in the response must repeat of a request. */
    repeats(code: string = ORDER, body: Body = VALID, headers: Record<string, string> = HEADERS): Body {
      const sent = { path: { [orderCode.name]: code }, headers, body };
      const echoes = Object.entries(success.echoes).map(([field, wanted]) => [
        field,
        evaluate(wanted, { request: sent }),
      ]);
      return Object.fromEntries(echoes.filter(([, value]) => value !== undefined));
    },

    /** The field of the order that repeats the order code. */
    codeField(): string {
      const wanted = `$request.path.${orderCode.name}`;
      return Object.entries(success.echoes).find(([, expression]) => expression === wanted)?.[0] ?? '';
    },

    /** The body of the refusal of an invalid request: a message for each field, or the first one as the only detail. */
    invalid(messages: Readonly<Record<string, string>>): object {
      const response = contract.responses.find(({ status }) => status === invalid.status);
      const places = response === undefined ? [] : readFields(document, response.schema);
      if (places.some(({ schema }) => schema.type === 'array'))
        return Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, [message]]));
      const names = [...request.fields.map(({ name }) => name), ...Object.keys(messages)];
      const first = names.find((name) => messages[name] !== undefined) ?? '';
      return { detail: messages[first] };
    },

    /** The value of one of the contract's examples. */
    example: (status: number, name: string) => documented(status, name).value,

    /** The value that the contract names for provoking an example. */
    provoking({ status, name, provokedBy }: DocumentedExample): string {
      const [value] = Object.values(provokedBy);
      if (value === undefined) throw new Error(`Nothing provokes the example ${name} of ${status}.`);
      return value;
    },
  };
}

/** A refusal as a mock gives it. */
export function refused({ status, value }: DocumentedExample): [status: number, body: unknown] {
  return [status, value];
}
