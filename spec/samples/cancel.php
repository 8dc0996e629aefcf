<?php
// Needs PHP 8.1 with the extension curl.
$order = {{order}};
$status = {{status}};
$server = getenv('AX_BASE_URL') ?: {{serverText}};

function stop(int $exitCode, string $message): never
{
    fwrite($exitCode ? STDERR : STDOUT, "$message\n");
    exit($exitCode);
}

$key = getenv('AX_API_KEY');
if (!$key) {
    stop({{exitMisuse}}, 'Set AX_API_KEY to your API key.');
}

$curl = curl_init($server . '{{pathBefore}}' . rawurlencode($order){{#pathEnd}} . '{{pathEnd}}'{{/pathEnd}});
curl_setopt_array($curl, [
    CURLOPT_CUSTOMREQUEST => '{{method}}',
    CURLOPT_HTTPHEADER => [
        'Authorization: {{keyPrefix}}' . $key,
        'Content-Type: application/json',
{{#headers}}
        {{line}},
{{/headers}}
    ],
    CURLOPT_POSTFIELDS => json_encode([
{{#fields}}
        {{nameText}} => {{value}},
{{/fields}}
    ]),
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => {{limit}}, // seconds, for the whole call
]);
$text = curl_exec($curl);
if ($text === false) {
    stop({{exitUnknown}}, 'Unknown: ' . curl_error($curl) . '. Check the order before you send again.');
}
$http = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
$parsed = json_decode($text, true);

if (
    $http === {{success}}
{{#echoes}}
    && ($parsed{{access}} ?? null) === {{expected}}
{{/echoes}}
) {
    stop(0, "Cancelled: $order");
}
if (
    is_array($parsed) && ltrim($text)[0] === '{' && (
{{#refusals}}
        {{^first}}|| {{/first}}$http === {{status}}{{#required}} && isset($parsed{{access}}){{/required}}
{{/refusals}}
    )
) {
    stop({{exitRefused}}, "Refused: HTTP $http $text. Nothing was cancelled{{mark}}.");
}
stop({{exitUnknown}}, "Unknown: HTTP $http $text. Check the order before you send again.");
