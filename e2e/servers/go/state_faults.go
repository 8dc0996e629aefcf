package main

import "time"

func change(step func(*order, cancelRequest) *reply) func(*behaviour) {
	return func(b *behaviour) { b.change = step }
}

// Faults of what a cancel leaves behind.
var stateFaults = map[string]func(*behaviour){
	"state.parallel": change(func(o *order, c cancelRequest) *reply {
		if o.axStatus != "New" {
			return &reply{status: 409, body: detail{alreadyCancelled}}
		}
		// Reading and writing are two steps, and a second request comes in between.
		time.Sleep(250 * time.Millisecond)
		o.set(c.AXStatus, c.ChannelStatus)
		return nil
	}),
	"state.cancels-next": change(func(o *order, c cancelRequest) *reply {
		if conflict := cancelOnce(o, c); conflict != nil {
			return conflict
		}
		if next := find(func(o *order) bool { return !o.foreign && o.axStatus == "New" }); next != nil {
			next.set(traveler, traveler)
		}
		return nil
	}),
	"state.repeat-accepted": change(func(o *order, c cancelRequest) *reply {
		o.set(c.AXStatus, c.ChannelStatus)
		return nil
	}),
	"state.repeat-crash": change(func(o *order, c cancelRequest) *reply {
		if o.axStatus != "New" {
			panic("transition not allowed")
		}
		o.set(c.AXStatus, c.ChannelStatus)
		return nil
	}),
	"state.refused-body-cancels": func(b *behaviour) {
		b.onInvalid = func(o *order) { o.set(traveler, traveler) }
	},
}
