/** Parses JSON; returns undefined for invalid JSON, including an empty string. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
