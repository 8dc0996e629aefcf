package main

import (
	"net/http"
	"strings"
	"sync"
	"time"
)

// keyOf returns the key of the header, after the word.
func keyOf(r *http.Request) string {
	key, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Token ")
	if key == r.Header.Get("Authorization") {
		return ""
	}
	return key
}

func withKey(isKey func(key string) bool) func(*behaviour) {
	return func(b *behaviour) { b.isKey = func(r *http.Request) bool { return isKey(keyOf(r)) } }
}

func withRequest(isKey func(*http.Request) bool) func(*behaviour) {
	return func(b *behaviour) { b.isKey = isKey }
}

func forbiddenBy(given reply) func(*behaviour) {
	return func(b *behaviour) { b.forbidden = func() reply { return given } }
}

func isExact(r *http.Request) bool { return r.Header.Get("Authorization") == "Token "+apiKey }

var (
	letIn    sync.Map
	seenLock sync.Mutex
	lastSeen string
)

func cachedPerConnection(r *http.Request) bool {
	if isExact(r) {
		letIn.Store(r.RemoteAddr, true)
	}
	_, found := letIn.Load(r.RemoteAddr)
	return found
}

// A key in a package variable, which the next request overwrites while a look-up runs. The lock only keeps Go's own
// checks quiet.
func sharedKey(r *http.Request) bool {
	seenLock.Lock()
	lastSeen = keyOf(r)
	seenLock.Unlock()
	time.Sleep(60 * time.Millisecond)
	seenLock.Lock()
	defer seenLock.Unlock()
	return lastSeen == apiKey
}

// Faults of the key's check, and of the response to a wrong key.
var keyFaults = map[string]func(*behaviour){
	"key.prefix":                withKey(func(key string) bool { return key != "" && strings.HasPrefix(apiKey, key) }),
	"key.suffix":                withKey(func(key string) bool { return key != "" && strings.HasSuffix(apiKey, key) }),
	"key.extended":              withKey(func(key string) bool { return strings.HasPrefix(key, apiKey) }),
	"key.any-case":              withKey(func(key string) bool { return strings.EqualFold(key, apiKey) }),
	"key.any-of-length":         withKey(func(key string) bool { return len(key) == len(apiKey) }),
	"key.any":                   withKey(func(key string) bool { return key != "" }),
	"key.contained":             withRequest(func(r *http.Request) bool { return strings.Contains(r.Header.Get("Authorization"), apiKey) }),
	"key.missing-let-in":        withRequest(func(r *http.Request) bool { return len(r.Header["Authorization"]) == 0 || isExact(r) }),
	"key.any-scheme":            withRequest(func(r *http.Request) bool { return strings.HasSuffix(" "+r.Header.Get("Authorization"), " "+apiKey) }),
	"key.unquoted":              withKey(func(key string) bool { return strings.Trim(key, `"{}`) == apiKey }),
	"key.in-query":              withRequest(func(r *http.Request) bool { return isExact(r) || strings.Contains(r.URL.RawQuery, apiKey) }),
	"key.in-other-header":       withRequest(func(r *http.Request) bool { return isExact(r) || r.Header.Get("X-Api-Key") == apiKey }),
	"key.cached-per-connection": withRequest(cachedPerConnection),
	"key.shared":                withRequest(sharedKey),
	"key.crash-when-missing":    withRequest(func(r *http.Request) bool { return strings.Split(r.Header.Get("Authorization"), " ")[1] == apiKey }),
	"key.lookup-first":          func(b *behaviour) { b.lookupFirst = true },
	"key.after-body":            func(b *behaviour) { b.bodyFirst = true },
	"key.401":                   forbiddenBy(reply{status: 401, body: detail{forbiddenText}}),
	"key.401-without-detail":    forbiddenBy(reply{status: 401, body: struct{}{}}),
	"key.400":                   forbiddenBy(reply{status: 400, body: detail{forbiddenText}}),
	"key.403-html":              forbiddenBy(rawReply(403, "text/html", "<!doctype html><h1>Forbidden</h1>")),
	"key.403-empty":             forbiddenBy(rawReply(403, "application/json", "")),
	"key.403-without-detail":    forbiddenBy(reply{status: 403, body: map[string]string{"message": "Forbidden"}}),
	"key.403-empty-detail":      forbiddenBy(reply{status: 403, body: detail{}}),
	"key.403-english":           forbiddenBy(reply{status: 403, body: detail{"You do not have permission to perform this action."}}),
	"key.403-with-404-text":     forbiddenBy(reply{status: 403, body: detail{notFoundText}}),
	"key.403-mojibake":          forbiddenBy(reply{status: 403, body: detail{mojibake(forbiddenText)}}),
}

func rawReply(status int, mediaType, body string) reply {
	return reply{status: status, raw: []byte(body), header: map[string]string{"Content-Type": mediaType}}
}

// mojibake is UTF-8 that was read as Latin-1 and written again.
func mojibake(text string) string {
	var out strings.Builder
	for _, octet := range []byte(text) {
		out.WriteRune(rune(octet))
	}
	return out.String()
}
