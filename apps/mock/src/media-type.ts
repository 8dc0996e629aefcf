/** The media ranges that include JSON, the most specific first. */
const JSON_RANGES = ['application/json', 'application/*', '*/*'];

/**
 * Whether an `Accept` header allows JSON: by its most specific range that includes JSON, unless that has the weight 0 (RFC 9110,
 * 12.5.1). Prism does not decide this, because it weighs several media types, and responds without a body to a range that it cannot
 * read.
 */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept === '') return true;
  const ranges = accept
    .toLowerCase()
    .split(',')
    .map((range) => range.replaceAll(/\s/g, '').split(';'));
  const decisive = JSON_RANGES.find((name) => ranges.some(([type]) => type === name));
  return ranges.some(
    ([type, ...parameters]) =>
      decisive !== undefined && type === decisive && !parameters.some((one) => /^q=0(\.0*)?$/.test(one)),
  );
}

/**
 * Whether a `Content-Type` is that of the contract. Prism does not decide this, because it accepts `application/problem+json` as
 * JSON and fails on a malformed value.
 */
export function isJson(contentType: string): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(contentType);
}
