package main

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
)

// after changes what was read.
func after(change func(*cancelRequest)) func(*behaviour) {
	return func(b *behaviour) {
		decode := b.decode
		b.decode = func(r *http.Request, c *cancelRequest) error {
			err := decode(r, c)
			change(c)
			return err
		}
	}
}

func onStatuses(change func(string) string) func(*behaviour) {
	return after(func(c *cancelRequest) { c.AXStatus, c.ChannelStatus = change(c.AXStatus), change(c.ChannelStatus) })
}

func objectIf(meets func(cancelRequest) bool, message string) func(*behaviour) {
	return func(b *behaviour) {
		b.objection = func(c cancelRequest) string {
			if meets(c) {
				return message
			}
			return ""
		}
	}
}

func crashOn(meets func(comment string) bool) func(*behaviour) {
	return after(func(c *cancelRequest) {
		if c.Comment != nil && meets(*c.Comment) {
			panic("the database refused the comment")
		}
	})
}

func listed(status string) string {
	if status == "" || slices.Contains(statuses, status) {
		return status
	}
	return traveler
}

func isEmoji(r rune) bool { return r > 0xffff }

// Faults in what a body may be, and methods beside PATCH.
var requestFaults = map[string]func(*behaviour){
	"body.ax-status-optional": after(func(c *cancelRequest) {
		if c.AXStatus == "" {
			c.AXStatus = c.ChannelStatus
		}
	}),
	"body.channel-status-optional": after(func(c *cancelRequest) {
		if c.ChannelStatus == "" {
			c.ChannelStatus = c.AXStatus
		}
	}),
	"body.ax-status-unlisted":      after(func(c *cancelRequest) { c.AXStatus = listed(c.AXStatus) }),
	"body.channel-status-unlisted": after(func(c *cancelRequest) { c.ChannelStatus = listed(c.ChannelStatus) }),
	"body.status-trimmed":          onStatuses(strings.TrimSpace),
	"body.status-any-case": onStatuses(func(status string) string {
		for _, known := range statuses {
			if strings.EqualFold(known, status) {
				return known
			}
		}
		return status
	}),
	"body.status-empty": onStatuses(func(status string) string {
		if status == "" {
			return traveler
		}
		return status
	}),
	"body.broken-accepted": func(b *behaviour) {
		b.decode = func(r *http.Request, c *cancelRequest) error {
			// The error is ignored: an unreadable body cancels for the traveler.
			if json.NewDecoder(r.Body).Decode(c) != nil {
				c.AXStatus, c.ChannelStatus = traveler, traveler
			}
			return nil
		}
	},
	"body.list-accepted": func(b *behaviour) {
		b.decode = func(r *http.Request, c *cancelRequest) error {
			body, err := io.ReadAll(r.Body)
			var list []cancelRequest
			if err == nil && json.Unmarshal(body, &list) == nil && len(list) > 0 {
				*c = list[0]
				return nil
			}
			return json.Unmarshal(body, c)
		}
	},
	"body.traveler-only":      objectIf(func(c cancelRequest) bool { return c.AXStatus == "Unavoidable cancel" }, "Not for channels."),
	"body.new-refused":        objectIf(func(c cancelRequest) bool { return c.AXStatus == "New" }, "Not a cancel."),
	"body.unequal-refused":    objectIf(func(c cancelRequest) bool { return c.AXStatus != c.ChannelStatus }, "The statuses differ."),
	"comment.refused":         objectIf(func(c cancelRequest) bool { return c.Comment != nil }, "Unknown field comment."),
	"comment.required":        objectIf(func(c cancelRequest) bool { return c.Comment == nil }, "comment is required."),
	"comment.short":           objectIf(func(c cancelRequest) bool { return c.Comment != nil && len(*c.Comment) > 1000 }, "comment is too long."),
	"comment.crash-on-emoji":  crashOn(func(comment string) bool { return strings.ContainsFunc(comment, isEmoji) }),
	"comment.crash-when-long": crashOn(func(comment string) bool { return len(comment) > 1000 }),
	"comment.crash-on-quote":  crashOn(func(comment string) bool { return strings.ContainsAny(comment, `'"`) }),
	"comment.crash-when-absent": after(func(c *cancelRequest) {
		if c.AXStatus != "" {
			_ = len(*c.Comment)
		}
	}),
	"body.crash-on-unlisted": onStatuses(func(status string) string {
		if status != "" && !slices.Contains(statuses, status) {
			panic("no handler for this status")
		}
		return status
	}),
	"method.put":    func(b *behaviour) { b.methods = []string{"PUT"} },
	"method.post":   func(b *behaviour) { b.methods = []string{"POST"} },
	"method.delete": func(b *behaviour) { b.methods = []string{"DELETE"} },
}
