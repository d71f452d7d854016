package class

import (
	"fmt"
	"io"
	"net/http"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"time"
)

// stages are the upper bounds of the histogram of how long calls take, in seconds.
var stages = []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10}

// counters counts calls, by path, method and status. It knows no codes, names and
// addresses.
type counters struct {
	mu    sync.Mutex
	calls map[[3]string]uint64
	puts  [maxStages]uint64 // of the calls that store a log, by stage and beyond
	sum   float64           // of their seconds
}

// maxStages is the number of stages, and one beyond.
const maxStages = 12

func (m *counters) init() { m.calls = map[[3]string]uint64{} }

// call counts a call.
func (m *counters) call(path, method string, status int, took time.Duration) {
	if path == "" {
		path = "other"
	}
	switch method {
	case http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete:
	default:
		method = "other"
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls[[3]string{path, method, fmt.Sprint(status)}]++
	if method == http.MethodPut && status == http.StatusOK {
		stage, _ := slices.BinarySearch(stages, took.Seconds())
		m.puts[stage]++
		m.sum += took.Seconds()
	}
}

// Metrics answers with figures for Prometheus at /metrics, and whether the server is
// well and ready. The figures hold no addresses, codes or names, but who may see them
// is for whoever runs the server to say: give them an address of their own.
func (h *Handler) Metrics() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/metrics":
		case "/healthz", "/readyz":
			h.ServeHTTP(w, r)
			return
		default:
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		h.writeMetrics(w)
	})
}

func (h *Handler) writeMetrics(w io.Writer) {
	classes, weight := h.hub.Size()
	gauge := func(name, help string, value float64) {
		fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s gauge\n%s %g\n", name, help, name, name, value)
	}
	gauge("htl_classes_in_memory", "Classes that this server has in memory.", float64(classes))
	gauge("htl_classes_bytes", "Estimated memory of these classes.", float64(weight))
	gauge("htl_streams", "Open streams of events.", float64(h.streams.Load()))
	gauge("htl_heap_bytes", "Memory of live and not yet collected objects.", heap())

	m := &h.counts
	m.mu.Lock()
	defer m.mu.Unlock()
	fmt.Fprintln(w, "# HELP htl_calls_total Calls that were answered.\n# TYPE htl_calls_total counter")
	var lines []string
	for key, n := range m.calls {
		lines = append(lines, fmt.Sprintf("htl_calls_total{call=%q,method=%q,status=%q} %d", key[0], key[1], key[2], n))
	}
	slices.Sort(lines)
	fmt.Fprintln(w, strings.Join(lines, "\n"))
	fmt.Fprintln(w, "# HELP htl_store_seconds How long it took until what a pupil sent was safe.\n# TYPE htl_store_seconds histogram")
	total := uint64(0)
	for i, n := range m.puts {
		total += n
		bound := "+Inf"
		if i < len(stages) {
			bound = fmt.Sprintf("%g", stages[i])
		}
		fmt.Fprintf(w, "htl_store_seconds_bucket{le=%q} %d\n", bound, total)
	}
	fmt.Fprintf(w, "htl_store_seconds_sum %g\nhtl_store_seconds_count %d\n", m.sum, total)
}

// heap returns the memory of the program's objects in bytes.
func heap() float64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return float64(sample[0].Value.Uint64())
}

// A counter notes the status of an answer.
type counter struct {
	http.ResponseWriter
	status int
}

// WriteHeader notes the status.
func (c *counter) WriteHeader(status int) {
	if c.status == 0 {
		c.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

// Unwrap is for http.ResponseController.
func (c *counter) Unwrap() http.ResponseWriter { return c.ResponseWriter }
