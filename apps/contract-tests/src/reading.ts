/**
 * How this server reads the page where the page contradicts itself. The contract follows the first of each; a server that
 * follows another fails once, and the other cases go on in its reading.
 */
export interface Reading {
  /** The names of the two statuses in a request. */
  names: NamesReading;
  /** True when a success is wrapped in `status_code` and `data`. */
  enveloped: boolean;
  /** Whose order code the path holds. */
  pathCode: 'ax' | 'channel';
  /** True when `channel_status` alone sets both statuses, as a later version of the page has it. */
  ignoresAxStatus: boolean;
}

/**
 * - `table`: `ax_status` and `channel_status` (2.2 Body Parameter), which the contract follows
 * - `curl`: `ax_order_status` and `channel_order_status` (3.1 CURL, body)
 * - `both`: the server wants all four
 * - `channel-status-alone`: as a later version of the page has it
 */
export type NamesReading = 'table' | 'curl' | 'both' | 'channel-status-alone';

/** The contract's own reading, which is assumed until the server shows another. */
export const CONTRACT_READING: Reading = {
  names: 'table',
  enveloped: false,
  pathCode: 'ax',
  ignoresAxStatus: false,
};

/** The field that a later version of the page no longer has. */
export const DROPPED_FIELD = 'ax_status';

const CURL_NAMES: Readonly<Record<string, string>> = {
  ax_status: 'ax_order_status',
  channel_status: 'channel_order_status',
};

/** The names of the other of the two pairs: the table's for the cURL's, and the cURL's for the table's. */
export function toOtherNames(body: object): object {
  const pairs = Object.entries(CURL_NAMES).flatMap(
    ([table, curl]) =>
      [
        [table, curl],
        [curl, table],
      ] as const,
  );
  const other = new Map<string, string>(pairs);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [other.get(name) ?? name, value]));
}

/** Which pair of names the contract has: `table`, `curl`, or neither. */
export function namesOf(fields: readonly string[]): 'table' | 'curl' | undefined {
  if (fields.some((name) => name in CURL_NAMES)) return 'table';
  return fields.some((name) => Object.values(CURL_NAMES).includes(name)) ? 'curl' : undefined;
}

/** Puts a body that is written in the contract's names into those that the server reads. Anything but an object stays. */
export function toWire(body: unknown, names: NamesReading): unknown {
  if (names === 'table' || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const fields = Object.entries(body);
  switch (names) {
    case 'curl':
      return Object.fromEntries(fields.map(([name, value]) => [CURL_NAMES[name] ?? name, value]));
    case 'both':
      return Object.fromEntries(
        fields.flatMap(([name, value]) => {
          const other = CURL_NAMES[name];
          return other === undefined
            ? [[name, value]]
            : [
                [name, value],
                [other, value],
              ];
        }),
      );
    case 'channel-status-alone':
      return Object.fromEntries(fields.filter(([name]) => name !== DROPPED_FIELD));
  }
}

/**
 * Takes a body out of its envelope `{ "status_code": …, "data": { … } }`, if that is all it is.
 *
 * @returns the body, and whether there was an envelope
 */
export function unwrap(body: unknown): { body: unknown; enveloped: boolean } {
  if (typeof body === 'object' && body !== null && 'data' in body && 'status_code' in body) {
    const { data } = body;
    if (typeof data === 'object' && data !== null && Object.keys(body).length === 2) {
      return { body: data, enveloped: true };
    }
  }
  return { body, enveloped: false };
}
