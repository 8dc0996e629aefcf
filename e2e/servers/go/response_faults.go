package main

import (
	"crypto/rand"
	"encoding/json"
	"strings"
	"time"
)

const other = "11111111-2222-4333-8444-555555555555"

func onSuccess(change func(*orderView)) func(*behaviour) {
	return func(b *behaviour) {
		b.success = func(o *order) reply {
			body := view(o)
			change(&body)
			return reply{status: 200, body: body}
		}
	}
}

// onFields changes a success field by field, so that one can be absent or of another type.
func onFields(change func(map[string]any)) func(*behaviour) {
	return func(b *behaviour) {
		b.success = func(o *order) reply {
			v := view(o)
			fields := map[string]any{
				"channel_order_code": v.ChannelOrderCode, "channel_order_status": v.ChannelOrderStatus,
				"ax_order_code": v.AXOrderCode, "ax_order_status": v.AXOrderStatus,
			}
			change(fields)
			return reply{status: 200, body: fields}
		}
	}
}

func withText(mediaType string, write func(string) string) func(*behaviour) {
	return func(b *behaviour) {
		b.success = func(o *order) reply {
			text, _ := json.Marshal(view(o))
			return rawReply(200, mediaType, write(string(text)))
		}
	}
}

func withStatus(status int) func(*behaviour) {
	return func(b *behaviour) { b.success = func(o *order) reply { return reply{status: status, body: view(o)} } }
}

func withHeader(name, value string) func(*behaviour) {
	return func(b *behaviour) {
		b.finish = func(given reply) reply {
			header := map[string]string{name: value}
			for key, old := range given.header {
				header[key] = old
			}
			given.header = header
			return given
		}
	}
}

// withField adds a field to every error.
func withField(name, value string) func(*behaviour) {
	return func(b *behaviour) {
		b.finish = func(given reply) reply {
			if d, ok := given.body.(detail); ok {
				given.body = map[string]string{"detail": d.Detail, name: value}
			}
			return given
		}
	}
}

// random is a code that no order has. It is not a UUID.
func random() string { return strings.ToLower(rand.Text()) }

func same(text string) string { return text }

// Faults of the response to a cancel, and of what any response gives away.
var responseFaults = map[string]func(*behaviour){
	"success.wrong-code":              onSuccess(func(v *orderView) { v.AXOrderCode = other }),
	"success.wrong-status":            onSuccess(func(v *orderView) { v.AXOrderStatus = "New" }),
	"success.wrong-channel-status":    onSuccess(func(v *orderView) { v.ChannelOrderStatus = "New" }),
	"success.always-traveler":         onSuccess(func(v *orderView) { v.AXOrderStatus, v.ChannelOrderStatus = traveler, traveler }),
	"success.statuses-swapped":        onSuccess(func(v *orderView) { v.AXOrderStatus, v.ChannelOrderStatus = v.ChannelOrderStatus, v.AXOrderStatus }),
	"success.without-ax-code":         onFields(func(f map[string]any) { delete(f, "ax_order_code") }),
	"success.without-channel-code":    onFields(func(f map[string]any) { delete(f, "channel_order_code") }),
	"success.null-channel-code":       onFields(func(f map[string]any) { f["channel_order_code"] = nil }),
	"success.number-code":             onFields(func(f map[string]any) { f["channel_order_code"] = 4711 }),
	"success.extra-field":             onFields(func(f map[string]any) { f["cancelled"] = true }),
	"success.channel-code-constant":   onSuccess(func(v *orderView) { v.ChannelOrderCode = other }),
	"success.channel-code-random":     onSuccess(func(v *orderView) { v.ChannelOrderCode = random() }),
	"success.channel-code-empty":      onSuccess(func(v *orderView) { v.ChannelOrderCode = "" }),
	"success.channel-code-is-ax-code": onSuccess(func(v *orderView) { v.ChannelOrderCode = v.AXOrderCode }),
	"success.channel-code-of-another": onSuccess(func(v *orderView) { v.ChannelOrderCode = codeAfter(v.AXOrderCode) }),
	"success.html-type":               withText("text/html; charset=utf-8", same),
	"success.text-type":               withText("text/plain; charset=utf-8", same),
	"success.byte-order-mark":         withText("application/json", func(text string) string { return "\ufeff" + text }),
	"success.duplicate-names":         withText("application/json", func(text string) string { return strings.Replace(text, "{", `{"ax_order_status":"New",`, 1) }),
	"success.empty":                   withText("application/json", func(string) string { return "" }),
	"success.201":                     withStatus(201),
	"success.202":                     withStatus(202),
	"success.slow": func(b *behaviour) {
		fast := b.success
		b.success = func(o *order) reply { time.Sleep(7 * time.Second); return fast(o) }
	},
	"success.204":                 func(b *behaviour) { b.success = func(*order) reply { return reply{status: 204, raw: []byte{}} } },
	"success.redirect":            func(b *behaviour) { b.success = redirect },
	"success.enveloped":           func(b *behaviour) { b.success = envelope },
	"wire.untrue-encoding":        withHeader("Content-Encoding", "gzip"),
	"leak.sql":                    withField("debug", "SELECT * FROM orders WHERE ax_code = 'x'"),
	"leak.e-mail":                 withField("contact", "kim.minsu@example.com"),
	"leak.phone":                  withField("contact", "010-1234-5678"),
	"leak.credentials":            withField("source", "postgres://orders:s3cret@db/orders"),
	"leak.private-address":        withField("upstream", "http://10.20.3.7:8000"),
	"leak.private-address-header": withHeader("X-Upstream", "10.20.3.7:8000"),
	"leak.sql-header":             withHeader("X-Query", "SELECT * FROM orders WHERE ax_code = 'x'"),
}

func redirect(o *order) reply {
	return reply{status: 303, raw: []byte{}, header: map[string]string{"Location": "/orders/" + o.axCode}}
}

func envelope(o *order) reply {
	return reply{status: 200, body: map[string]any{"status_code": 200, "data": view(o)}}
}

func codeAfter(axCode string) string {
	for index, o := range orders {
		if o.axCode == axCode {
			return orders[(index+1)%len(orders)].channelCode
		}
	}
	return ""
}
