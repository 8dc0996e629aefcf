// Sends one cancel with the generated client, and prints the result as one line of JSON.
package main

import (
	"consumer/client"
	"context"
	"encoding/json"
	"errors"
	"fmt"
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
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Getenv("BASE_URL")}}
	keys := map[string]client.APIKey{"apiKey": {Key: os.Getenv("Authorization")}}
	ctx := context.WithValue(context.Background(), client.ContextAPIKeys, keys)

	request := client.NewCancelRequest(
		client.RequestedStatus(os.Getenv("ax_status")),
		client.RequestedStatus(os.Getenv("channel_status")),
	)
	if comment, given := os.LookupEnv("comment"); given {
		request.SetComment(comment)
	}
	order, response, err := client.NewAPIClient(configuration).OrdersAPI.
		CancelTourOrder(ctx, os.Getenv("ax_order_code")).CancelRequest(*request).Execute()
	if err == nil {
		return printed{Status: &response.StatusCode, Body: fieldsOfOrder(order)}
	}
	raised := fmt.Sprintf("%T", err)
	var apiError *client.GenericOpenAPIError
	if !errors.As(err, &apiError) || response == nil {
		return printed{Raised: &raised}
	}
	return printed{Status: &response.StatusCode, Raised: &raised, Body: fieldsOfError(apiError.Model())}
}

func fieldsOfOrder(order *client.CancelledOrder) map[string]any {
	return map[string]any{
		"channel_order_code":   order.ChannelOrderCode,
		"channel_order_status": order.ChannelOrderStatus,
		"ax_order_code":        order.AxOrderCode,
		"ax_order_status":      order.AxOrderStatus,
	}
}

func fieldsOfError(model any) map[string]any {
	switch e := model.(type) {
	case client.ErrorDetail:
		return map[string]any{"detail": e.Detail}
	case client.InvalidRequest:
		body := map[string]any{}
		if e.HasDetail() {
			body["detail"] = e.GetDetail()
		}
		if e.HasAxStatus() {
			body["ax_status"] = e.GetAxStatus()
		}
		if e.HasChannelStatus() {
			body["channel_status"] = e.GetChannelStatus()
		}
		if e.HasComment() {
			body["comment"] = e.GetComment()
		}
		if e.HasNonFieldErrors() {
			body["non_field_errors"] = e.GetNonFieldErrors()
		}
		return body
	}
	return nil
}
