/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

import type { InvalidRequestForm } from '@ax-cloud/contract/invalid-request';
import type { ViolationKind } from '@ax-cloud/contract/messages';

/** A documented refusal, and the request values that provoke it: runtime expression → value. */
export interface Refusal {
  status: number;
  provokedBy: Readonly<Record<string, string>>;
  value: unknown;
}

/** The documented refusals, by what causes them. */
export interface Refusals {
  missingKey: Refusal;
  wrongKey: readonly [Refusal, ...Refusal[]];
  order: readonly [Refusal, ...Refusal[]];
  parameter: readonly Refusal[];
  unreadable: Refusal;
}

/** An example of a success, and the statuses of the request that it belongs to. */
export interface Success {
  statuses: Readonly<Record<string, unknown>>;
  body: object;
}

/** A parameter or a field of the request. */
export interface RequestPart {
  in: 'header' | 'query' | 'field';
  name: string;
  /** The message when it is missing; undefined for an optional part. */
  missing: string | undefined;
  /** The type as which the text of a parameter is parsed. */
  type: string;
  nullable: boolean;
  /** In the order in which they are checked; only the first broken one is reported. */
  rules: readonly { kind: ViolationKind; message: string; valid: (value: unknown) => boolean }[];
}


export const REFUSALS: Refusals = {
  "missingKey": {
    "status": 403,
    "provokedBy": {
      "$request.header.Authorization": ""
    },
    "value": {
      "detail": "이 작업을 수행할 권한(permission)이 없습니다."
    }
  },
  "wrongKey": [
    {
      "status": 403,
      "provokedBy": {
        "$request.header.Authorization": "Token invalid"
      },
      "value": {
        "detail": "이 작업을 수행할 권한(permission)이 없습니다."
      }
    }
  ],
  "order": [
    {
      "status": 404,
      "provokedBy": {
        "$request.path.ax_order_code": "00000000-0000-4000-8000-000000000404"
      },
      "value": {
        "detail": "찾을 수 없습니다."
      }
    },
    {
      "status": 404,
      "provokedBy": {
        "$request.path.ax_order_code": "not-a-uuid"
      },
      "value": {
        "detail": "찾을 수 없습니다."
      }
    }
  ],
  "parameter": [],
  "unreadable": {
    "status": 400,
    "provokedBy": {},
    "value": {
      "detail": "JSON parse error - Expecting value: line 1 column 1 (char 0)"
    }
  }
};

/** The successes, each for the statuses of a request. */
export const SUCCESSES: readonly Success[] = [
  {
    "statuses": {
      "ax_status": "Traveler cancel",
      "channel_status": "Traveler cancel"
    },
    "body": {
      "channel_order_code": "915c1218-f41c-492b-bb0b-96177ff4d2ee",
      "channel_order_status": "Traveler cancel",
      "ax_order_code": "b9872ed4-12c5-4fb5-ae18-4f39b11ee912",
      "ax_order_status": "Traveler cancel"
    }
  },
  {
    "statuses": {
      "ax_status": "Unavoidable cancel",
      "channel_status": "Unavoidable cancel"
    },
    "body": {
      "channel_order_code": "915c1218-f41c-492b-bb0b-96177ff4d2ee",
      "channel_order_status": "Unavoidable cancel",
      "ax_order_code": "b9872ed4-12c5-4fb5-ae18-4f39b11ee912",
      "ax_order_status": "Unavoidable cancel"
    }
  }
];

/** The fields of the order that repeat a status, and the status of an order that is not cancelled. */
export const STATUS_ECHOES: readonly string[] = [
  "ax_order_status",
  "channel_order_status"
];
export const UNCANCELLED = "New";

/** The type of an order code, and whether the contract allows a value of that type. */
export const CODE_TYPE: string = "string";
export const allowsCode = (value: unknown): boolean => typeof value === 'string' && [...value].length >= 1;

/** The form of the order codes, and the response to one of another form. */
export const CODE_FORM: { pattern: RegExp; refusal: Refusal } | undefined = { pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, refusal: {
  "status": 404,
  "provokedBy": {
    "$request.path.ax_order_code": "not-a-uuid"
  },
  "value": {
    "detail": "찾을 수 없습니다."
  }
} };

/** The other codes of the example order, in lower case, such as the channel's own. */
export const OTHER_CODES: readonly string[] = [
  "915c1218-f41c-492b-bb0b-96177ff4d2ee"
];

/** The form of the response to an invalid request. */
export const INVALID_FORM: InvalidRequestForm = {
  "status": 400,
  "lists": [
    "ax_status",
    "channel_status",
    "comment",
    "non_field_errors"
  ],
  "detailOnly": false
};

/** The messages about the body as a whole, and about an unknown field if the contract allows none. */
export const NULL_BODY = "No data provided";
export const NOT_AN_OBJECT = "유효하지 않은 데이터. 딕셔너리(dictionary)대신 {input}를 받았습니다.";
export const UNKNOWN_FIELD: string | undefined = undefined;

/** The parameters and the fields of the request, with what each must be. */
export const PARTS: readonly RequestPart[] = [
  { in: 'field', name: "ax_status", missing: "이 필드는 필수 항목입니다.", type: 'string', nullable: false, rules: [
    { kind: 'null', message: "이 필드는 null일 수 없습니다.", valid: (value) => value !== null },
    { kind: 'enum', message: "\"{input}\"이 유효하지 않은 선택(choice)입니다.", valid: (value) => typeof value === 'string' && (value === "Traveler cancel" || value === "Unavoidable cancel" || value === "New") },
  ] },
  { in: 'field', name: "channel_status", missing: "이 필드는 필수 항목입니다.", type: 'string', nullable: false, rules: [
    { kind: 'null', message: "이 필드는 null일 수 없습니다.", valid: (value) => value !== null },
    { kind: 'enum', message: "\"{input}\"이 유효하지 않은 선택(choice)입니다.", valid: (value) => typeof value === 'string' && (value === "Traveler cancel" || value === "Unavoidable cancel" || value === "New") },
  ] },
  { in: 'field', name: "comment", missing: undefined, type: 'string', nullable: false, rules: [
    { kind: 'null', message: "이 필드는 null일 수 없습니다.", valid: (value) => value !== null },
    { kind: 'type', message: "Not a valid string.", valid: (value) => typeof value === 'string' },
  ] },
];
