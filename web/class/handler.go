package class

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/strictjson"
	"holdtheline/web/class/code"
	"holdtheline/web/class/live"
	"holdtheline/web/class/room"
	"holdtheline/web/class/store"
)

// Config is what a class server needs. Fields without a default have to be set.
type Config struct {
	Store  *store.Store
	Load   func(id string) (*casefile.Case, error) // the cases that can be played
	Case   string                                  // the one that is played where nothing else is asked for
	Clock  live.Clock
	Random io.Reader    // of secrets, codes and names
	Log    *slog.Logger // gets no addresses, codes or names

	Keep        time.Duration // how long a class can be played
	MaxClasses  int           // in the store
	MaxStreams  int           // of this server at a time
	Memory      int           // of the classes in memory, in bytes
	Ceiling     float64       // calls a second from one address; 0 is the default
	BehindProxy bool          // believe X-Forwarded-For and X-Forwarded-Proto
}

// The bounds of what is sent.
const (
	maxBody = 4 << 10
	maxPut  = 256 << 10

	// callLimit is how long a call may wait for the store.
	callLimit = 15 * time.Second
)

// A Handler answers the HTTP calls. It may be used by many goroutines.
type Handler struct {
	cfg    Config
	hub    *live.Hub
	cases  *room.Cases
	origin *http.CrossOriginProtection
	mux    *http.ServeMux
	counts counters

	perClass, perAddress, perCreator, wrongCodes, byKey, wrongKeys *limiter

	known   *acquaintances
	streams atomic.Int64
	own     openStreams
	census  census
	warned  atomic.Int64 // when, in nanoseconds
	closing chan struct{}
	ending  sync.Once
}

// New returns a handler that follows its store until it is closed.
func New(ctx context.Context, cfg Config) (*Handler, error) {
	ceiling := byAddress
	if cfg.Ceiling > 0 {
		ceiling = rate{4 * cfg.Ceiling, cfg.Ceiling}
	}
	h := &Handler{
		cfg: cfg, cases: room.NewCases(cfg.Load), origin: http.NewCrossOriginProtection(), mux: http.NewServeMux(),
		byKey: newLimiter(byKey, cfg.Clock), perClass: newLimiter(byClass, cfg.Clock), perAddress: newLimiter(ceiling, cfg.Clock),
		wrongCodes: newLimiter(wrongCodes, cfg.Clock), wrongKeys: newLimiter(wrongKeys, cfg.Clock),
		perCreator: newLimiter(byCreator(ceiling.perSecond), cfg.Clock),
		own:        openStreams{of: map[string]int{}},
		known:      newAcquaintances(), closing: make(chan struct{}),
	}
	h.counts.init()
	if _, err := h.cases.Set(cfg.Case); err != nil {
		return nil, err
	}
	hub, err := live.New(ctx, cfg.Store, h.cases, cfg.Clock, cfg.Memory)
	if err != nil {
		return nil, err
	}
	h.hub = hub
	h.routes()
	return h, nil
}

// EndStreams ends the streams of events, and those to come, because the server stops.
func (h *Handler) EndStreams() { h.ending.Do(func() { close(h.closing) }) }

// Close ends the streams and stops following the store.
func (h *Handler) Close() {
	h.EndStreams()
	h.hub.Close()
}

// A call answers a request about a class. An error it returns is answered with a
// problem; it has written nothing then.
type call func(w http.ResponseWriter, r *http.Request, c caller) error

func (h *Handler) routes() {
	const class, seat = "/api/classes/{code}", "/api/classes/{code}/seats/{seat}"
	for path, calls := range map[string]map[string]call{
		"/api/classes":          {"POST": h.create},
		class:                   {"GET": h.describe, "DELETE": h.deleteClass},
		class + "/teacher":      {"POST": h.signIn, "DELETE": h.signOut},
		class + "/seats":        {"POST": h.join},
		seat:                    {"DELETE": h.removeSeat},
		seat + "/log":           {"GET": h.getLog, "PUT": h.putLog},
		seat + "/key":           {"POST": h.newKey},
		seat + "/name":          {"POST": h.newName},
		seat + "/second/{item}": {"PUT": h.putSecond},
		class + "/pace":         {"POST": h.setPace},
		class + "/state":        {"GET": h.state},
		class + "/stream":       {"GET": h.stream},
		class + "/report.json":  {"GET": h.reportJSON},
		class + "/report.csv":   {"GET": h.reportCSV},
		"/healthz":              {"GET": h.healthy},
		"/readyz":               {"GET": h.ready},
	} {
		h.mux.Handle(path, h.dispatch(path, calls))
	}
	h.mux.Handle("/", h.dispatch("", nil))
}

// ServeHTTP answers a call.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.mux.ServeHTTP(w, r) }

// Serves reports whether a path is one of the class server's, and not of the site.
func Serves(path string) bool {
	return path == "/api" || strings.HasPrefix(path, "/api/") || path == "/healthz" || path == "/readyz"
}

// dispatch answers the calls of one path.
func (h *Handler) dispatch(path string, calls map[string]call) http.Handler {
	var methods []string
	for method := range calls {
		methods = append(methods, method)
	}
	slices.Sort(methods)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := h.cfg.Clock.Now()
		counted := &counter{ResponseWriter: w}
		defer func() {
			h.counts.call(path, r.Method, counted.status, h.cfg.Clock.Now().Sub(began))
		}()
		defer func() {
			// The server would log it with the address of the client.
			if fault := recover(); fault != nil {
				h.cfg.Log.Error("a call has failed", "call", path, "fault", fmt.Sprint(fault), "stack", string(debug.Stack()))
				if counted.status == 0 {
					asProblem(errors.New("fault")).write(counted)
				}
			}
		}()
		header := counted.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		if err := h.answer(counted, r, path, methods, calls); err != nil {
			p := asProblem(err)
			switch {
			case p.Status == http.StatusInternalServerError:
				h.cfg.Log.Error("a call has failed", "call", path, "error", err)
			case errors.Is(err, store.ErrUnavailable):
				h.warn(err)
			}
			p.write(counted)
		}
	})
}

// warnGap is the least time between two warnings of the same trouble.
const warnGap = 10 * time.Second

// warn logs that the store can't be used, now and then.
func (h *Handler) warn(err error) {
	now := h.cfg.Clock.Now().UnixNano()
	last := h.warned.Load()
	if now-last > int64(warnGap) && h.warned.CompareAndSwap(last, now) {
		h.cfg.Log.Warn("the store can't be used", "error", err)
	}
}

// answer does what has to be done before any call, and then the call.
func (h *Handler) answer(w http.ResponseWriter, r *http.Request, path string, methods []string, calls map[string]call) error {
	if path == "" {
		return problem(http.StatusNotFound, "There is no such call. The README of the class server lists them.")
	}
	method := r.Method
	if method == http.MethodHead && !strings.HasSuffix(path, "/stream") {
		method = http.MethodGet // the server leaves the body out
	}
	do, ok := calls[method]
	if !ok {
		w.Header().Set("Allow", strings.Join(methods, ", "))
		return problem(http.StatusMethodNotAllowed, "This call is made with "+strings.Join(methods, " or ")+".")
	}
	if err := h.origin.Check(r); err != nil {
		return problem(http.StatusForbidden, "This call comes from a page of another site, so it isn't answered.")
	}
	c := h.caller(r, "")
	if wait := h.perAddress.take(c.address, 1); wait > 0 {
		return later(http.StatusTooManyRequests, wait, "Too many calls come from this network just now. Wait a moment.")
	}
	ctx, cancel := context.WithTimeout(r.Context(), callLimit)
	defer cancel()
	if !strings.HasSuffix(path, "/stream") {
		r = r.WithContext(ctx)
	}
	if typed := r.PathValue("code"); typed != "" {
		parsed, ok := code.Parse(typed)
		if !ok {
			return problem(http.StatusNotFound, "A code has six letters, and none of them is A, E, I, O, U, Y, L, Q or V. Check what is on the board.")
		}
		c = h.caller(r, parsed)
		if wait := h.wrongCodes.spent(c.address); wait > 0 && !h.known.has(c.address, c.code) {
			return later(http.StatusTooManyRequests, wait, "Too many wrong codes were tried from this network. Wait a moment, and check the code.")
		}
		if wait := h.perClass.take(c.code, 1); wait > 0 {
			return later(http.StatusTooManyRequests, wait, "This class makes too many calls at once. Wait a moment.")
		}
	}
	return do(w, r, c)
}

// counted counts a code that doesn't exist.
func (h *Handler) counted(c caller, err error) error {
	if errors.Is(err, room.ErrNone) && !h.known.has(c.address, c.code) {
		h.wrongCodes.take(c.address, 1)
	}
	return err
}

// secret makes a secret of random bytes, in letters that fit into links and headers.
func (h *Handler) secret(bytes int) (string, error) {
	random, err := h.random(bytes)
	return base64.RawURLEncoding.EncodeToString(random), err
}

func (h *Handler) random(bytes int) ([]byte, error) {
	random := make([]byte, bytes)
	_, err := io.ReadFull(h.cfg.Random, random)
	return random, err
}

// readJSON reads the body of a call. It refuses keys that are unknown, there twice or in
// another case, and whatever follows the value. An empty body leaves the value as it is.
func readJSON(w http.ResponseWriter, r *http.Request, v any) error {
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return bodyError(err)
	}
	if len(strings.TrimSpace(string(data))) == 0 {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return problem(http.StatusBadRequest, "What was sent is not what this call takes: "+shortened(strings.TrimPrefix(err.Error(), "json: "))+".")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return problem(http.StatusBadRequest, "Something follows after the end of what this call takes.")
	}
	if err := strictjson.Keys(data, v); err != nil {
		return problem(http.StatusBadRequest, "What was sent is not what this call takes: "+shortened(err.Error())+".")
	}
	return nil
}

// maxEcho is how much of an error is repeated, in characters: it may quote what was sent.
const maxEcho = 160

func shortened(s string) string {
	if r := []rune(s); len(r) > maxEcho {
		return string(r[:maxEcho]) + "…"
	}
	return s
}

// bodyError is the problem of a body that can't be read.
func bodyError(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return problem(http.StatusBadRequest, "What was sent was cut short. Send it again.")
}

// writeJSON answers with a value.
func writeJSON(w http.ResponseWriter, status int, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(append(data, '\n')) // the client may be gone
	return nil
}
