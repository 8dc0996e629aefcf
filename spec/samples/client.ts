import { createChannelClient } from '@ax-cloud/channel-client';

const order = {{order}};
const { AX_API_KEY: apiKey, AX_BASE_URL: baseUrl } = process.env;
if (!apiKey) {
  console.error('Set AX_API_KEY to your API key.');
  process.exit({{exitMisuse}});
}

const channel = createChannelClient({
  apiKey,
  timeoutMs: {{limit}}_000, // for the whole call
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
  const said = { not_sent: 'Not sent', rejected: 'Refused', unknown: 'Unknown' }[outcome];
  console.error(`${said} (${kind}): ${message}`);
  process.exitCode = outcome === 'unknown' ? {{exitUnknown}} : {{exitRefused}};
}
