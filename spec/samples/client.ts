import { createChannelClient } from '@ax-cloud/channel-client';

const order = {{order}};
const { AX_API_KEY: apiKey, AX_BASE_URL: baseUrl } = process.env;
if (!apiKey) throw new Error('Set AX_API_KEY to your API key.');

const channel = createChannelClient({
  apiKey,
  timeoutMs: 10_000,
{{#hasHeaders}}
  headers: { {{#headers}}{{name}}: {{value}}{{^last}}, {{/last}}{{/headers}} },
{{/hasHeaders}}
{{#hasParameters}}
  query: { {{#parameters}}{{name}}: {{value}}{{^last}}, {{/last}}{{/parameters}} },
{{/hasParameters}}
  ...(baseUrl === undefined ? { environment: 'test' } : { baseUrl }),
});

const result = await channel.cancelTourOrder(order, {
  status: {{status}},
{{#others}}
  {{name}}: {{value}},
{{/others}}
});

if (result.ok) {
  console.log(`Cancelled: ${order}`);
} else {
  const { kind, outcome, message } = result.error;
  console.error(`Not confirmed (${kind}, ${outcome}): ${message}`);
  process.exitCode = 1;
}
