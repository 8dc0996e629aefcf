#!/bin/sh
# Needs curl and jq.
order={{order}}
new_status={{status}}
end() { echo "$2" >&2; exit "$1"; }
[ -n "$AX_API_KEY" ] || end {{exitMisuse}} 'Set AX_API_KEY to your API key.'
command -v jq >/dev/null || end {{exitMisuse}} 'Install jq.'

code=$(jq -nr --arg order "$order" '$order | @uri')
body=$(jq -n --arg status "$new_status" '{
{{#fields}}
  {{nameText}}: {{value}}{{^last}},{{/last}}
{{/fields}}
}')
response=$(curl --silent --show-error --max-time {{limit}} --write-out '%{http_code}' \
  --request {{method}} "${AX_BASE_URL:-{{server}}}{{pathBefore}}$code{{pathEnd}}" \
  --header "Authorization: {{keyPrefix}}$AX_API_KEY" \
  --header 'Content-Type: application/json' \
{{#headers}}
  --header {{line}} \
{{/headers}}
  --data "$body") || end {{exitUnknown}} 'Unknown: no complete response. Check the order before you send again.'
json=${response%???}
http=${response#"$json"}

verdict=$(printf '%s' "$json" | jq -r --arg order "$order" --arg status "$new_status" --argjson http "$http" '
  if $http == {{success}}
{{#echoes}}
    and {{access}} == {{expected}}
{{/echoes}}
  then "cancelled"
  elif type == "object" and (
{{#refusals}}
    {{^first}}or {{/first}}$http == {{status}}{{#required}} and {{access}} != null{{/required}}
{{/refusals}}
  ) then "refused" else "unknown" end' 2>/dev/null)
case $verdict in
  cancelled) echo "Cancelled: $order" ;;
  refused) end {{exitRefused}} "Refused: HTTP $http $json. Nothing was cancelled{{mark}}." ;;
  *) end {{exitUnknown}} "Unknown: HTTP $http $json. Check the order before you send again." ;;
esac
