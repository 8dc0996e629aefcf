import { MAX_BODY_BYTES } from './body.ts';
import type { MockResponse } from './mock-response.ts';

/*
 * Responses that the contract does not document. Texts of Django REST framework are its Korean ones up to version 3.16.0, like the
 * contract's texts. The others are the mock's own, in English.
 */

export function notAcceptable(): MockResponse {
  return refuse(406, 'Accept header 요청을 만족할 수 없습니다.');
}

export function methodNotAllowed(method: string, allowed: string): MockResponse {
  return {
    ...refuse(405, `메소드(Method) "${method}"는 허용되지 않습니다.`),
    headers: { allow: allowed },
  };
}

/** @param mediaType the request's `Content-Type` as it was sent; empty when there was none */
export function unsupportedMediaType(mediaType: string): MockResponse {
  return refuse(415, `요청된 "${mediaType}"가 지원되지 않는 미디어 형태입니다.`);
}

/** @param operation the method and the path of the contract */
export function unknownPath(operation: string): MockResponse {
  return refuse(404, `There is nothing at this path. This mock has only ${operation}.`);
}

/** @param problem what is wrong with the `Prefer` header, and what to write */
export function wrongPreference(problem: string): MockResponse {
  return refuse(400, problem);
}

export function tooLarge(): MockResponse {
  return refuse(413, `The body is larger than ${MAX_BODY_BYTES} bytes. Send less.`);
}

/** @param code why `node:http` could not read the request */
export function unreadable(code: string | undefined): MockResponse {
  if (code === 'HPE_HEADER_OVERFLOW')
    return refuse(431, 'The head of the request is larger than 16 KiB. Send less.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return refuse(408, 'The request took too long to arrive.');
  return refuse(400, 'The request is malformed HTTP/1.1.');
}

export function missingHost(): MockResponse {
  return refuse(400, 'The request has no Host header, which HTTP/1.1 requires.');
}

export function unmetExpectation(): MockResponse {
  return refuse(417, 'The only supported expectation is "Expect: 100-continue".');
}

/** @param server the origin of the server that a proxy stands in front of */
export function unreachable(server: string): MockResponse {
  return refuse(502, `The proxy sent this response, because it got none from ${server} that it can pass on.`);
}

export function internalError(): MockResponse {
  return refuse(500, 'The mock failed. Its log says why.');
}

function refuse(status: number, detail: string): MockResponse {
  return { status, body: { detail } };
}
