package main

import (
	"os"
	"strings"
	"sync"
)

// The texts of the page.
const (
	forbiddenText    = "이 작업을 수행할 권한(permission)이 없습니다."
	notFoundText     = "찾을 수 없습니다."
	alreadyCancelled = "이미 취소된 주문입니다."
)

const traveler = "Traveler cancel"

var statuses = []string{traveler, "Unavoidable cancel", "New"}

var apiKey = os.Getenv("API_KEY")

// An order of one run.
type order struct {
	axCode, channelCode     string
	axStatus, channelStatus string
	foreign                 bool
}

func (o *order) set(axStatus, channelStatus string) {
	o.axStatus, o.channelStatus = axStatus, channelStatus
}

// What a success has: the four fields of the page.
type orderView struct {
	ChannelOrderCode   string `json:"channel_order_code"`
	ChannelOrderStatus string `json:"channel_order_status"`
	AXOrderCode        string `json:"ax_order_code"`
	AXOrderStatus      string `json:"ax_order_status"`
}

func view(o *order) orderView {
	return orderView{o.channelCode, o.channelStatus, o.axCode, o.axStatus}
}

var (
	lock   sync.Mutex
	orders = append(readOrders("ORDERS", false), readOrders("FOREIGN", true)...)
)

func readOrders(name string, foreign bool) []*order {
	var all []*order
	for _, pair := range strings.Split(os.Getenv(name), ",") {
		axCode, channelCode, found := strings.Cut(pair, ":")
		if found {
			all = append(all, &order{axCode, channelCode, "New", "New", foreign})
		}
	}
	return all
}

// find returns the first order that meets a condition, or nil.
func find(meets func(*order) bool) *order {
	for _, o := range orders {
		if meets(o) {
			return o
		}
	}
	return nil
}
