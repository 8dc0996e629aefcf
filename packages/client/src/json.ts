/** Parses JSON; returns undefined for invalid JSON, including an empty string. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Parses a body in single quotes, as Python prints a dictionary, and as the page prints AX Cloud's errors (2.4). Python takes
 * double quotes for a text with an apostrophe in it; then the body is not read, because its quotes could be either.
 */
export function parsePrinted(text: string): unknown {
  return text.includes('"') ? undefined : parseJson(text.replaceAll("'", '"'));
}
