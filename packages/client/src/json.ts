/** Parses a text; undefined for what is no JSON, which no text at all is not either. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
