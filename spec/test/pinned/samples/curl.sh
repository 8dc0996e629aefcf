curl --request {{method}} "{{server}}{{pathBefore}}{{orderInUrl}}{{pathEnd}}" \
  --header "Authorization: {{keyPrefix}}$AX_API_KEY" \
  --header 'Content-Type: application/json' \
  --data {{body}}
