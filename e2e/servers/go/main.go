// A server on net/http with its defaults: its mux with its own 404 and 405, and encoding/json, which ignores the case of names
// and whatever follows the first value.
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
)

type cancelRequest struct {
	AXStatus      string  `json:"ax_status"`
	ChannelStatus string  `json:"channel_status"`
	Comment       *string `json:"comment"`
}

func (c cancelRequest) isValid() bool {
	return slices.Contains(statuses, c.AXStatus) && slices.Contains(statuses, c.ChannelStatus)
}

type server struct {
	behaviour
}

func main() {
	s := server{chooseBehaviour()}
	mux := http.NewServeMux()
	for _, method := range append([]string{"PATCH"}, s.methods...) {
		mux.HandleFunc(method+" /v1/channel/orders/tour/{ax_order_code}", s.cancel)
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "0"
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		panic(err)
	}
	fmt.Printf("listening on %d\n", listener.Addr().(*net.TCPAddr).Port)
	panic(http.Serve(listener, mux))
}

func (s server) cancel(w http.ResponseWriter, r *http.Request) {
	code := r.PathValue("ax_order_code")
	var body cancelRequest
	if s.lookupFirst && s.find(code) == nil {
		s.send(w, s.notFound())
		return
	}
	if s.bodyFirst {
		if err := s.decode(r, &body); err != nil || !body.isValid() {
			s.refuse(w, nil, "The body is not valid.")
			return
		}
	}
	if !s.isKey(r) {
		s.send(w, s.forbidden())
		return
	}
	o := s.find(code)
	if o == nil {
		s.send(w, s.notFound())
		return
	}
	if o.foreign {
		if refusal := s.foreign(); refusal != nil {
			s.send(w, *refusal)
			return
		}
	}
	if !s.bodyFirst {
		if err := s.decode(r, &body); err != nil {
			s.refuse(w, o, "The body could not be read.")
			return
		}
	}
	if !body.isValid() {
		s.refuse(w, o, "ax_status and channel_status must be known statuses.")
		return
	}
	if objection := s.objection(body); objection != "" {
		s.refuse(w, o, objection)
		return
	}
	if conflict := s.change(o, body); conflict != nil {
		s.send(w, *conflict)
		return
	}
	s.send(w, s.success(o))
}

func (s server) refuse(w http.ResponseWriter, o *order, message string) {
	if o != nil {
		s.onInvalid(o)
	}
	s.send(w, reply{status: 400, body: detail{message}})
}

func (s server) send(w http.ResponseWriter, given reply) {
	final := s.finish(given)
	w.Header().Set("Content-Type", "application/json")
	for name, value := range final.header {
		w.Header().Set(name, value)
	}
	w.WriteHeader(final.status)
	if final.raw != nil {
		_, _ = w.Write(final.raw)
	} else {
		_ = json.NewEncoder(w).Encode(final.body)
	}
}
