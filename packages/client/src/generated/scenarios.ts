/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

import type { Scenario as DescribedScenario } from '@ax-cloud/contract/scenarios';

/** Something beyond the contract that the mock fetch does at an order code of its own. */
export type Scenario = Omit<DescribedScenario, 'happens' | 'outcome' | 'advice'>;

export const SCENARIOS: readonly Scenario[] = [
  {
    "code": "00000000-0000-4000-8000-000000000000",
    "name": "no-response",
    "status": null,
    "fault": "no-response"
  },
  {
    "code": "00000000-0000-4000-8000-000000000001",
    "name": "reset-before-reading",
    "status": null,
    "fault": "reset-before-reading"
  },
  {
    "code": "00000000-0000-4000-8000-000000000002",
    "name": "reset-after-reading",
    "status": null,
    "fault": "reset-after-reading"
  },
  {
    "code": "00000000-0000-4000-8000-000000000307",
    "name": "redirect-elsewhere",
    "status": 307,
    "fault": "redirect"
  },
  {
    "code": "00000000-0000-4000-8000-000000000401",
    "name": "unauthorized",
    "status": 401,
    "headers": {
      "content-type": "application/json",
      "www-authenticate": "Token"
    },
    "body": "{\"detail\":\"자격 인증데이터(authentication credentials)가 제공되지 않았습니다.\"}"
  },
  {
    "code": "00000000-0000-4000-8000-000000000405",
    "name": "method-not-allowed",
    "status": 405,
    "headers": {
      "content-type": "text/html",
      "allow": "GET, POST"
    },
    "body": "<html>\r\n<head><title>405 Not Allowed</title></head>\r\n<body>\r\n<center><h1>405 Not Allowed</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
  },
  {
    "code": "00000000-0000-4000-8000-000000000415",
    "name": "media-type-refused",
    "status": 415,
    "headers": {
      "content-type": "application/json"
    },
    "body": "{\"detail\":\"요청된 \\\"text/plain\\\"가 지원되지 않는 미디어 형태입니다.\"}"
  },
  {
    "code": "00000000-0000-4000-8000-000000000429",
    "name": "throttled",
    "status": 429,
    "headers": {
      "content-type": "application/json",
      "retry-after": "1"
    },
    "body": "{\"detail\":\"요청이 지연(throttled)되었습니다. Expected available in 1 seconds.\"}"
  },
  {
    "code": "00000000-0000-4000-8000-000000000500",
    "name": "html-500",
    "status": 500,
    "headers": {
      "content-type": "text/html"
    },
    "body": "\n<!doctype html>\n<html lang=\"en\">\n<head>\n  <title>Server Error (500)</title>\n</head>\n<body>\n  <h1>Server Error (500)</h1><p></p>\n</body>\n</html>\n"
  },
  {
    "code": "00000000-0000-4000-8000-000000000502",
    "name": "html-502",
    "status": 502,
    "headers": {
      "content-type": "text/html"
    },
    "body": "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
  },
  {
    "code": "00000000-0000-4000-8000-000000000503",
    "name": "unavailable",
    "status": 503,
    "headers": {
      "content-type": "application/json"
    },
    "body": "{\"detail\":\"Service temporarily unavailable, try again later.\"}"
  },
  {
    "code": "00000000-0000-4000-8000-000000001503",
    "name": "unavailable-retry-after",
    "status": 503,
    "headers": {
      "content-type": "application/json",
      "retry-after": "1"
    },
    "body": "{\"detail\":\"Service temporarily unavailable, try again later.\"}"
  },
  {
    "code": "00000000-0000-4000-8000-000000002000",
    "name": "late",
    "status": 200,
    "fault": "late"
  },
  {
    "code": "00000000-0000-4000-8000-000000002001",
    "name": "not-applied",
    "status": 200,
    "fault": "not-applied"
  },
  {
    "code": "00000000-0000-4000-8000-000000002003",
    "name": "cut",
    "status": 200,
    "fault": "cut"
  },
  {
    "code": "00000000-0000-4000-8000-000000002004",
    "name": "truncated-json",
    "status": 200,
    "fault": "truncated"
  },
  {
    "code": "00000000-0000-4000-8000-000000002005",
    "name": "enveloped",
    "status": 200,
    "fault": "enveloped"
  }
];
