package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

const order, status = "b9872ed4-12c5-4fb5-ae18-4f39b11ee912", "Traveler cancel"

func main() {
	server := cmp.Or(os.Getenv("AX_BASE_URL"), "https://test.ax-cloud.com")
	body := `{"ax_status": "Traveler cancel", "channel_status": "Traveler cancel", "comment": "여행자의 개인 사정으로 인한 취소"}`
	request, err := http.NewRequest(http.MethodPatch, server+"/v1/channel/orders/tour/"+order, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Token "+os.Getenv("AX_API_KEY"))
	request.Header.Set("Content-Type", "application/json")
	client := http.Client{Timeout: 10 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	httpStatus, answer := "no answer", map[string]any{}
	response, err := client.Do(request)
	if err == nil {
		defer response.Body.Close()
		httpStatus = response.Status
		err = json.NewDecoder(response.Body).Decode(&answer)
	}
	if err != nil || response.StatusCode != http.StatusOK || answer["ax_order_code"] != order ||
		answer["ax_order_status"] != status || answer["channel_order_status"] != status {
		log.Fatalf("Not confirmed: %s %v %v. After 400, 403 or 404 nothing was cancelled; %s",
			httpStatus, answer, err, "otherwise the result is unknown, so check the order.")
	}
	fmt.Println("Cancelled:", order)
}
