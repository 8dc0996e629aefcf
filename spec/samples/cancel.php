<?php
$order = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
$status = 'Traveler cancel';
$server = getenv('AX_BASE_URL') ?: 'https://test.ax-cloud.com';

$context = stream_context_create(['http' => [
    'method' => 'PATCH',
    'header' => ['Authorization: Token ' . getenv('AX_API_KEY'), 'Content-Type: application/json'],
    'content' => json_encode([
        'ax_status' => $status,
        'channel_status' => $status,
        'comment' => '여행자의 개인 사정으로 인한 취소',
    ]),
    'timeout' => 10,
    'follow_location' => 0,
    'ignore_errors' => true,
]]);
$stream = @fopen("$server/v1/channel/orders/tour/$order", 'r', false, $context);
$line = $stream ? stream_get_meta_data($stream)['wrapper_data'][0] : 'no answer';
$text = $stream ? stream_get_contents($stream) : '';
$answer = json_decode($text, true);

$confirmed = preg_match('{^HTTP/\S+ 200\b}', $line)
    && ($answer['ax_order_code'] ?? null) === $order
    && ($answer['ax_order_status'] ?? null) === $status
    && ($answer['channel_order_status'] ?? null) === $status;
if (!$confirmed) {
    fwrite(STDERR, "Not confirmed: $line $text. After 400, 403 or 404 nothing was cancelled; otherwise the result is unknown, so check the order.\n");
    exit(1);
}
echo "Cancelled: $order\n";
