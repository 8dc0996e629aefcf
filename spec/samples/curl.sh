: "${AX_API_KEY:?Set AX_API_KEY to your API key.}"
response=$(curl --silent --show-error --max-time 10 --write-out '%{http_code}' \
  --request {{method}} "${AX_BASE_URL:-{{server}}}{{pathBefore}}{{orderInUrl}}{{pathEnd}}" \
  --header "Authorization: {{keyPrefix}}$AX_API_KEY" \
  --header 'Content-Type: application/json' \
{{#headers}}
  --header {{line}} \
{{/headers}}
  --data {{body}})
status=${response#"${response%???}"}
printf '%s\n' "${response%???}"
if [ "$status" != {{success}} ]; then
  echo "Not confirmed: HTTP $status. After {{refused}} nothing was cancelled; otherwise the result is unknown, so check the order." >&2
  exit 1
fi
