curl --fail-with-body --max-time 10 \
  --request PATCH "${AX_BASE_URL:-https://test.ax-cloud.com}/v1/channel/orders/tour/b9872ed4-12c5-4fb5-ae18-4f39b11ee912" \
  --header "Authorization: Token $AX_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "ax_status": "Traveler cancel",
    "channel_status": "Traveler cancel",
    "comment": "여행자의 개인 사정으로 인한 취소"
  }'
