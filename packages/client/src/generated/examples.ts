/**
 * Derived from spec/openapi.yaml by "pnpm generate". Edit the contract, not this file.
 */

/** An example of an answer, and what of a request brings it about. */
export interface ExampleAnswer {
  status: number;
  /** The whole `Authorization` header. */
  key?: string;
  orderCode?: string;
  /** The kind of mistake in the body. */
  violation?: string;
  body: object;
}

/** A field of the request. */
export interface RequestField {
  name: string;
  required: boolean;
  /** The values that it may have; any text where it is missing. */
  values?: readonly string[];
}

export const ANSWERS: readonly ExampleAnswer[] = [
  {
    "status": 200,
    "body": {
      "channel_order_code": "915c1218-f41c-492b-bb0b-96177ff4d2ee",
      "channel_order_status": "Traveler cancel",
      "ax_order_code": "b9872ed4-12c5-4fb5-ae18-4f39b11ee912",
      "ax_order_status": "Traveler cancel"
    }
  },
  {
    "status": 200,
    "body": {
      "channel_order_code": "915c1218-f41c-492b-bb0b-96177ff4d2ee",
      "channel_order_status": "Unavoidable cancel",
      "ax_order_code": "b9872ed4-12c5-4fb5-ae18-4f39b11ee912",
      "ax_order_status": "Unavoidable cancel"
    }
  },
  {
    "status": 400,
    "violation": "required",
    "body": {
      "ax_status": [
        "이 필드는 필수 항목입니다."
      ],
      "channel_status": [
        "이 필드는 필수 항목입니다."
      ]
    }
  },
  {
    "status": 400,
    "violation": "enum",
    "body": {
      "ax_status": [
        "\"Canceled\"이 유효하지 않은 선택(choice)입니다."
      ]
    }
  },
  {
    "status": 400,
    "violation": "type",
    "body": {
      "comment": [
        "Not a valid string."
      ]
    }
  },
  {
    "status": 400,
    "violation": "syntax",
    "body": {
      "detail": "JSON parse error - Expecting value: line 1 column 1 (char 0)"
    }
  },
  {
    "status": 403,
    "key": "Token invalid",
    "body": {
      "detail": "이 작업을 수행할 권한(permission)이 없습니다."
    }
  },
  {
    "status": 404,
    "orderCode": "00000000-0000-4000-8000-000000000404",
    "body": {
      "detail": "찾을 수 없습니다."
    }
  },
  {
    "status": 404,
    "orderCode": "not-a-uuid",
    "body": {
      "detail": "찾을 수 없습니다."
    }
  }
];

export const FIELDS: readonly RequestField[] = [
  {
    "name": "ax_status",
    "required": true,
    "values": [
      "New",
      "Traveler cancel",
      "Unavoidable cancel"
    ]
  },
  {
    "name": "channel_status",
    "required": true,
    "values": [
      "New",
      "Traveler cancel",
      "Unavoidable cancel"
    ]
  },
  {
    "name": "comment",
    "required": false
  }
];
