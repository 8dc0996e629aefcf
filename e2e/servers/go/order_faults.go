package main

import (
	"regexp"
	"strings"
)

func findBy(matches func(axCode, code string) bool) func(*behaviour) {
	return func(b *behaviour) {
		exact := b.find
		b.find = func(code string) *order {
			if o := exact(code); o != nil {
				return o
			}
			return find(func(o *order) bool { return !o.foreign && matches(o.axCode, code) })
		}
	}
}

func notFoundBy(given reply) func(*behaviour) {
	return func(b *behaviour) { b.notFound = func() reply { return given } }
}

// like is LIKE as a database reads it.
func like(text, pattern string) bool {
	quoted := regexp.QuoteMeta(pattern)
	expression := strings.NewReplacer("%", ".*", "_", ".").Replace(quoted)
	return regexp.MustCompile("^" + expression + "$").MatchString(text)
}

var uuidForm = regexp.MustCompile(`(?i)^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// Faults of the order's look-up, and of the response to a code that no order has. When a handler panics,
// net/http closes the connection.
var orderFaults = map[string]func(*behaviour){
	"order.wildcard":           findBy(like),
	"order.prefix":             findBy(func(ax, code string) bool { return len(code) > 8 && strings.HasPrefix(ax, code) }),
	"order.suffix":             findBy(func(ax, code string) bool { return len(code) > 8 && strings.HasSuffix(ax, code) }),
	"order.extended":           findBy(func(ax, code string) bool { return strings.HasPrefix(code, ax) }),
	"order.trimmed":            findBy(func(ax, code string) bool { return ax == strings.TrimSpace(code) }),
	"order.any-case":           findBy(strings.EqualFold),
	"order.any":                findBy(func(string, string) bool { return true }),
	"order.404-as-200":         notFoundBy(reply{status: 200, body: detail{notFoundText}}),
	"order.404-as-400":         notFoundBy(reply{status: 400, body: detail{notFoundText}}),
	"order.404-html":           notFoundBy(rawReply(404, "text/html", "<!doctype html><h1>Not Found</h1>")),
	"order.404-empty":          notFoundBy(rawReply(404, "application/json", "")),
	"order.404-without-detail": notFoundBy(reply{status: 404, body: map[string]string{"message": "Not found"}}),
	"order.404-english":        notFoundBy(reply{status: 404, body: detail{"Not found."}}),
	"order.404-with-403-text":  notFoundBy(reply{status: 404, body: detail{forbiddenText}}),
	"order.404-mojibake":       notFoundBy(reply{status: 404, body: detail{mojibake(notFoundText)}}),
	"order.crash-when-unknown": func(b *behaviour) { b.notFound = func() reply { panic("the order is nil") } },
	"order.foreign-cancelled":  func(b *behaviour) { b.foreign = func() *reply { return nil } },
	"order.foreign-crash":      func(b *behaviour) { b.foreign = func() *reply { panic("the channel is nil") } },
	"order.foreign-as-404": func(b *behaviour) {
		b.foreign = func() *reply { return &reply{status: 404, body: detail{notFoundText}} }
	},
	"order.crash-when-malformed": func(b *behaviour) {
		exact := b.find
		b.find = func(code string) *order {
			if !uuidForm.MatchString(code) {
				panic("invalid UUID")
			}
			return exact(code)
		}
	},
}
