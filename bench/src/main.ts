/** Measures client, mock and docs beside others of their kind, or what is named: `client`, `faults`, `mock`, `docs`. */
const PARTS = ['client', 'faults', 'mock', 'docs'] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !PARTS.some((part) => part === name));
if (unknown === undefined) {
  for (const part of PARTS) {
    if (wanted.length === 0 || wanted.includes(part)) await import(`./${part}/main.ts`);
  }
} else {
  console.error(`Unknown benchmark "${unknown}". Name one of ${PARTS.join(', ')}, or none to run all.`);
  process.exitCode = 1;
}
