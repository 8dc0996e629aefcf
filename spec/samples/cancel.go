package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"
)

const order, status = {{order}}, {{status}}

func main() {
	key, server := os.Getenv("AX_API_KEY"), cmp.Or(os.Getenv("AX_BASE_URL"), {{serverText}})
	if key == "" {
		log.Fatal("Set AX_API_KEY to your API key.")
	}
	body, _ := json.Marshal(map[string]any{
		{{#fields}}{{nameText}}: {{value}},{{^last}} {{/last}}{{/fields}}
	})
	request, err := http.NewRequest("{{method}}", server+"{{pathBefore}}"+url.PathEscape(order){{#pathEnd}}+"{{pathEnd}}"{{/pathEnd}}, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "{{keyPrefix}}"+key)
	request.Header.Set("Content-Type", "application/json")
{{#headers}}
	request.Header.Set({{nameText}}, {{text}})
{{/headers}}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	client := http.Client{Timeout: 10 * time.Second, CheckRedirect: stay}
	httpStatus, cancelled := "no response", map[string]any{}
	response, err := client.Do(request)
	if err == nil {
		defer response.Body.Close()
		httpStatus = response.Status
		err = json.NewDecoder(response.Body).Decode(&cancelled)
	}
{{#steps}}
	cancelled, _ = cancelled[{{nameText}}].(map[string]any)
{{/steps}}
	if err != nil || response.StatusCode != {{success}}{{#echoes}} || cancelled[{{nameText}}] != {{expected}}{{/echoes}} {
		log.Fatalf("Not confirmed: %s %v %v. After {{refused}} nothing was cancelled; %s",
			httpStatus, cancelled, err, "otherwise the result is unknown, so check the order.")
	}
	fmt.Println("Cancelled:", order)
}
