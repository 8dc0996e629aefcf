package main

import (
	"encoding/json"
	"net/http"
	"os"
)

// A reply is a response: body is encoded as JSON; raw, where it is not nil, is sent as it is.
type reply struct {
	status int
	body   any
	raw    []byte
	header map[string]string
}

type detail struct {
	Detail string `json:"detail"`
}

// The behaviour is what the server decides; a fault replaces some of its members.
type behaviour struct {
	isKey     func(*http.Request) bool
	forbidden func() reply
	find      func(code string) *order
	notFound  func() reply
	// foreign responds to another channel's order; nil lets it be cancelled.
	foreign func() *reply
	// decode reads a body.
	decode func(*http.Request, *cancelRequest) error
	// objection is a message about a valid body, or empty.
	objection func(cancelRequest) string
	// onInvalid is called when a body is refused.
	onInvalid func(*order)
	// change sets the statuses, or returns a reply that says why not.
	change  func(*order, cancelRequest) *reply
	success func(*order) reply
	// finish changes every response before it is sent.
	finish func(reply) reply
	// methods cancel as well.
	methods []string
	// lookupFirst looks the order up before the key; bodyFirst reads the body before it.
	lookupFirst, bodyFirst bool
}

func conforming() behaviour {
	return behaviour{
		isKey:     func(r *http.Request) bool { return r.Header.Get("Authorization") == "Token "+apiKey },
		forbidden: func() reply { return reply{status: 403, body: detail{forbiddenText}} },
		find: func(code string) *order {
			return find(func(o *order) bool { return o.axCode == code })
		},
		notFound:  func() reply { return reply{status: 404, body: detail{notFoundText}} },
		foreign:   func() *reply { return &reply{status: 403, body: detail{forbiddenText}} },
		decode:    func(r *http.Request, c *cancelRequest) error { return json.NewDecoder(r.Body).Decode(c) },
		objection: func(cancelRequest) string { return "" },
		onInvalid: func(*order) {},
		change:    cancelOnce,
		success:   func(o *order) reply { return reply{status: 200, body: view(o)} },
		finish:    func(given reply) reply { return given },
	}
}

func cancelOnce(o *order, c cancelRequest) *reply {
	lock.Lock()
	defer lock.Unlock()
	if o.axStatus != "New" {
		return &reply{status: 409, body: detail{alreadyCancelled}}
	}
	o.set(c.AXStatus, c.ChannelStatus)
	return nil
}

func chooseBehaviour() behaviour {
	chosen := conforming()
	id := os.Getenv("FAULT")
	if id == "" {
		return chosen
	}
	for _, faults := range []map[string]func(*behaviour){keyFaults, orderFaults, requestFaults, responseFaults, stateFaults} {
		if apply, found := faults[id]; found {
			apply(&chosen)
			return chosen
		}
	}
	panic("This server has no fault " + id + ".")
}
