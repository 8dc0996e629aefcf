const order = {{order}};
const status = {{status}};
const { AX_API_KEY: apiKey, AX_BASE_URL: baseUrl = {{serverText}} } = process.env;
if (!apiKey) {
  console.error('Set AX_API_KEY to your API key.');
  process.exit({{exitMisuse}});
}

let http = 0;
let text = '';
let parsed;
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
    signal: AbortSignal.timeout({{limit}}_000), // for the whole call
  });
  http = response.status;
  text = await response.text();
  parsed = JSON.parse(text);
} catch (error) {
  text = `${text} (${error})`;
}

if (
  http === {{success}}
{{#echoes}}
  && parsed{{access}} === {{expected}}
{{/echoes}}
) {
  console.log(`Cancelled: ${order}`);
} else if (
  parsed?.constructor === Object && (
{{#refusals}}
    {{^first}}|| {{/first}}http === {{status}}{{#required}} && parsed{{access}} != null{{/required}}
{{/refusals}}
  )
) {
  console.error(`Refused: HTTP ${http} ${text}. Nothing was cancelled{{mark}}.`);
  process.exitCode = {{exitRefused}};
} else {
  console.error(`Unknown: HTTP ${http} ${text}. Check the order before you send again.`);
  process.exitCode = {{exitUnknown}};
}
