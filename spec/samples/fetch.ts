const order = {{order}};
const status = {{status}};
const { AX_API_KEY: apiKey, AX_BASE_URL: baseUrl = {{serverText}} } = process.env;
if (!apiKey) throw new Error('Set AX_API_KEY to your API key.');

try {
  const response = await fetch(`${baseUrl}{{pathBefore}}${encodeURIComponent(order)}{{pathEnd}}`, {
    method: '{{method}}',
    headers: {
      Authorization: `{{keyPrefix}}${apiKey}`,
      'Content-Type': 'application/json',
{{#headers}}
      {{name}}: {{text}},
{{/headers}}
    },
    body: JSON.stringify({
{{#fields}}
      {{name}}: {{value}},
{{/fields}}
    }),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (response.status !== {{success}}) throw new Error(`HTTP ${response.status} ${text}`);

  const cancelled = JSON.parse(text);
  if (
{{#echoes}}
    cancelled{{access}} !== {{expected}}{{^last}} ||{{/last}}
{{/echoes}}
  ) {
    throw new Error(`the response does not repeat the request: ${text}`);
  }
  console.log(`Cancelled: ${order}`);
} catch (error) {
  console.error(
    `Not confirmed: ${error}. After {{refused}} nothing was cancelled; otherwise the result is unknown, so check the order.`,
  );
  process.exitCode = 1;
}
