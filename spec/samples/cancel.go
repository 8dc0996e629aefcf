package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"
)

const order, status = {{order}}, {{status}}

func main() {
	key, server := os.Getenv("AX_API_KEY"), cmp.Or(os.Getenv("AX_BASE_URL"), {{serverText}})
	if key == "" {
		end({{exitMisuse}}, "Set AX_API_KEY to your API key.")
	}
	body, _ := json.Marshal(map[string]any{
		{{#fields}}{{nameText}}: {{value}},{{^last}} {{/last}}{{/fields}}
	})
	request, err := http.NewRequest("{{method}}", server+"{{pathBefore}}"+url.PathEscape(order){{#pathEnd}}+"{{pathEnd}}"{{/pathEnd}}, bytes.NewReader(body))
	if err != nil {
		end({{exitMisuse}}, err.Error())
	}
	request.Header.Set("Authorization", "{{keyPrefix}}"+key)
	request.Header.Set("Content-Type", "application/json")
{{#headers}}
	request.Header.Set({{nameText}}, {{text}})
{{/headers}}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	// The limit holds for the whole call.
	client := http.Client{Timeout: {{limit}} * time.Second, CheckRedirect: stay}
	code, text, parsed := 0, []byte{}, map[string]any{}
	response, err := client.Do(request)
	if err == nil {
		code = response.StatusCode
		text, err = io.ReadAll(response.Body)
	}
	if err == nil {
		err = json.Unmarshal(text, &parsed)
	}
	received := fmt.Sprintf("HTTP %d %s", code, text)
	if err != nil {
		received += " (" + err.Error() + ")"
	}
	refused := {{#refusals}}{{^first}} ||
		{{/first}}code == {{status}}{{#required}} && parsed[{{nameText}}] != nil{{/required}}{{/refusals}}
{{#steps}}
	parsed, _ = parsed[{{nameText}}].(map[string]any)
{{/steps}}

	switch {
	case code == {{success}}{{#echoes}} &&
		parsed[{{nameText}}] == {{expected}}{{/echoes}}:
		end(0, "Cancelled: "+order)
	case refused && err == nil:
		end({{exitRefused}}, "Refused: "+received+". Nothing was cancelled{{mark}}.")
	default:
		end({{exitUnknown}}, "Unknown: "+received+". Check the order before you send again.")
	}
}

func end(exitCode int, message string) {
	output := os.Stderr
	if exitCode == 0 {
		output = os.Stdout
	}
	fmt.Fprintln(output, message)
	os.Exit(exitCode)
}
