/** What of an error a program may branch on, on one level: never the text of a message. */
const PROPERTIES = ['name', 'code', 'syscall', 'kind', 'outcome', 'status'] as const;

/** Names an error by its codes, on all levels, so that two errors with one name are the same to a program. */
export function signatureOf(error: unknown): string {
  const levels: string[] = [];
  const seen = new Set<unknown>();
  let level: unknown = error;
  while (level instanceof Object && !seen.has(level)) {
    seen.add(level);
    const values: Record<string, unknown> = Object(level);
    levels.push(PROPERTIES.map((name) => String(values[name] ?? '')).join(' '));
    level = values.cause;
  }
  return levels.join(' < ');
}
