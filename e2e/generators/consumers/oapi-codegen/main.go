// Sends one cancel with the generated client, and prints the result as one line of JSON.
package main

import (
	"consumer/client"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type printed struct {
	Status *int           `json:"status"`
	Raised *string        `json:"raised"`
	Body   map[string]any `json:"body"`
}

func main() {
	line, err := json.Marshal(cancel())
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
}

func cancel() printed {
	caller, err := client.NewClientWithResponses(os.Getenv("BASE_URL"), client.WithRequestEditorFn(authorize))
	if err != nil {
		return raised(err)
	}
	request := client.CancelRequest{
		AxStatus:      client.RequestedStatus(os.Getenv("ax_status")),
		ChannelStatus: client.RequestedStatus(os.Getenv("channel_status")),
	}
	if comment, given := os.LookupEnv("comment"); given {
		request.Comment = &comment
	}
	response, err := caller.CancelTourOrderWithResponse(context.Background(), os.Getenv("ax_order_code"), request)
	if err != nil {
		return raised(err)
	}
	status := response.StatusCode()
	return printed{Status: &status, Body: fields(response)}
}

// The generator leaves the key to the caller.
func authorize(_ context.Context, request *http.Request) error {
	if os.Getenv("AS_GENERATED") == "" {
		request.Header.Set("Authorization", os.Getenv("Authorization"))
	}
	return nil
}

func raised(err error) printed {
	name := fmt.Sprintf("%T", err)
	return printed{Raised: &name}
}

func fields(response *client.CancelTourOrderResponse) map[string]any {
	if order := response.JSON200; order != nil {
		return map[string]any{
			"channel_order_code":   order.ChannelOrderCode,
			"channel_order_status": order.ChannelOrderStatus,
			"ax_order_code":        order.AxOrderCode,
			"ax_order_status":      order.AxOrderStatus,
		}
	}
	if e := response.JSON403; e != nil {
		return map[string]any{"detail": e.Detail}
	}
	if e := response.JSON404; e != nil {
		return map[string]any{"detail": e.Detail}
	}
	if e := response.JSON400; e != nil {
		body := map[string]any{}
		if e.Detail != nil {
			body["detail"] = *e.Detail
		}
		lists := map[string]*client.Messages{
			"ax_status":        e.AxStatus,
			"channel_status":   e.ChannelStatus,
			"comment":          e.Comment,
			"non_field_errors": e.NonFieldErrors,
		}
		for name, messages := range lists {
			if messages != nil {
				body[name] = *messages
			}
		}
		return body
	}
	return nil
}
