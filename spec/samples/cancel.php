<?php
$order = {{order}};
$status = {{status}};
$server = getenv('AX_BASE_URL') ?: {{serverText}};
$key = getenv('AX_API_KEY');
if (!$key) {
    fwrite(STDERR, "Set AX_API_KEY to your API key.\n");
    exit(1);
}

$context = stream_context_create(['http' => [
    'method' => '{{method}}',
    'header' => [
        'Authorization: {{keyPrefix}}' . $key,
        'Content-Type: application/json',
{{#headers}}
        {{line}},
{{/headers}}
    ],
    'content' => json_encode([
{{#fields}}
        {{nameText}} => {{value}},
{{/fields}}
    ]),
    'timeout' => 10, // for each read
    'follow_location' => 0,
    'ignore_errors' => true,
]]);
$stream = @fopen($server . '{{pathBefore}}' . rawurlencode($order){{#pathEnd}} . '{{pathEnd}}'{{/pathEnd}}, 'r', false, $context);
$line = $stream ? stream_get_meta_data($stream)['wrapper_data'][0] : 'no response';
$text = $stream ? stream_get_contents($stream) : '';
$cancelled = json_decode($text, true);

$confirmed = preg_match('{^HTTP/\S+ {{success}}\b}', $line)
{{#echoes}}
    && ($cancelled{{access}} ?? null) === {{expected}}{{#last}};{{/last}}
{{/echoes}}
if (!$confirmed) {
    fwrite(STDERR, "Not confirmed: $line $text. After {{refused}} nothing was cancelled; otherwise the result is unknown, so check the order.\n");
    exit(1);
}
echo "Cancelled: $order\n";
