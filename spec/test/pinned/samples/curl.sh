curl --max-time {{limit}} --request {{method}} "{{server}}{{pathBefore}}"{{order}}"{{pathEnd}}" \
  --header "Authorization: {{keyPrefix}}$AX_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ {{#fields}}{{nameText}}: {{value}}{{^last}}, {{/last}}{{/fields}} }'
