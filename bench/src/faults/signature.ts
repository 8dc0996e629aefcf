/** The properties of one error that a program may branch on: never the text of a message. */
const PROPERTIES = ['name', 'code', 'syscall', 'kind', 'outcome', 'status'] as const;

/** Names an error by its codes and those of its causes. A program cannot tell two errors with the same name apart. */
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
