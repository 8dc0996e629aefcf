#!/bin/sh
order='b9872ed4-12c5-4fb5-ae18-4f39b11ee912'
status='Traveler cancel'

answer=$(curl --silent --fail-with-body --max-time 10 --write-out ' HTTP %{http_code}' \
  --request PATCH "${AX_BASE_URL:-https://test.ax-cloud.com}/v1/channel/orders/tour/$order" \
  --header "Authorization: Token $AX_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "ax_status": "Traveler cancel",
    "channel_status": "Traveler cancel",
    "comment": "여행자의 개인 사정으로 인한 취소"
  }')

has() { printf '%s' "$answer" | grep -Eq "$1"; }

if has ' HTTP 200$' && has "\"ax_order_code\": *\"$order\"" \
  && has "\"ax_order_status\": *\"$status\"" && has "\"channel_order_status\": *\"$status\""; then
  echo "Cancelled: $order"
else
  echo "Not confirmed: $answer. After 400, 403 or 404 nothing was cancelled; otherwise the result is unknown, so check the order." >&2
  exit 1
fi
