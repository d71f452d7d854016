package class

import (
	"hash/maphash"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"holdtheline/web/class/live"
)

// A rate is how many calls are let through: so many at once, and then so many a
// second.
type rate struct{ burst, perSecond float64 }

// The limits. A pupil's client makes a call every few seconds.
var (
	byKey   = rate{120, 20}
	byClass = rate{2000, 400}
	// byAddress is the default of Config.Ceiling, with four times as much at once.
	byAddress = rate{8000, 2000}
	// wrongCodes and wrongKeys limit guessing.
	wrongCodes = rate{30, 0.5}
	wrongKeys  = rate{30, 0.5}
)

const (
	// maxBuckets bounds the memory of a limiter.
	maxBuckets = 1 << 16
	// maxOwnStreams is how many streams one key may have open: some browsers, and some
	// that the server doesn't know yet to be gone.
	maxOwnStreams = 6
)

// byCreator limits how many classes are opened at one address, which may be a school.
// It grows with the ceiling of an address.
func byCreator(ceiling float64) rate {
	return rate{max(100, ceiling/100), max(0.2, ceiling/10000)}
}

// A limiter lets through what keeps to a rate, for each of many keys. Keys are kept
// as hashes.
type limiter struct {
	rate  rate
	clock live.Clock
	seed  maphash.Seed

	mu      sync.Mutex
	buckets map[uint64]bucket
}

// A bucket has tokens, as of a time.
type bucket struct {
	tokens float64
	at     time.Time
}

func newLimiter(r rate, clock live.Clock) *limiter {
	return &limiter{rate: r, clock: clock, seed: maphash.MakeSeed(), buckets: map[uint64]bucket{}}
}

// take takes tokens for a key. If there are too few it takes none and returns when to
// try again.
func (l *limiter) take(key string, tokens float64) (wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	hash, now := maphash.String(l.seed, key), l.clock.Now()
	b := l.filled(hash, now)
	if b.tokens < tokens {
		l.buckets[hash] = b
		return time.Duration((tokens - b.tokens) / l.rate.perSecond * float64(time.Second))
	}
	b.tokens -= tokens
	l.buckets[hash] = b
	if len(l.buckets) > maxBuckets {
		l.tidy(now)
	}
	return 0
}

// spent returns when there is a token for a key again, 0 if there is one.
func (l *limiter) spent(key string) (wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.filled(maphash.String(l.seed, key), l.clock.Now())
	if b.tokens >= 1 {
		return 0
	}
	return time.Duration((1 - b.tokens) / l.rate.perSecond * float64(time.Second))
}

// filled returns a bucket with what has come in since.
func (l *limiter) filled(hash uint64, now time.Time) bucket {
	b, ok := l.buckets[hash]
	if !ok {
		return bucket{l.rate.burst, now}
	}
	b.tokens = min(l.rate.burst, b.tokens+now.Sub(b.at).Seconds()*l.rate.perSecond)
	b.at = now
	return b
}

// tidy forgets full buckets, and if that doesn't help all of them.
func (l *limiter) tidy(now time.Time) {
	for hash := range l.buckets {
		if l.filled(hash, now).tokens >= l.rate.burst {
			delete(l.buckets, hash)
		}
	}
	if len(l.buckets) > maxBuckets {
		clear(l.buckets)
	}
}

// openStreams counts the streams of each key.
type openStreams struct {
	mu sync.Mutex
	of map[string]int
}

// open counts another stream, unless there are too many.
func (o *openStreams) open(key string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.of[key] >= maxOwnStreams {
		return false
	}
	o.of[key]++
	return true
}

func (o *openStreams) close(key string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.of[key]--; o.of[key] <= 0 {
		delete(o.of, key)
	}
}

// acquaintances are pairs of an address and a code that go together.
type acquaintances struct {
	seed maphash.Seed
	mu   sync.Mutex
	is   [2]map[uint64]struct{} // the newer ones first
}

func newAcquaintances() *acquaintances {
	return &acquaintances{seed: maphash.MakeSeed(), is: [2]map[uint64]struct{}{{}, {}}}
}

func (a *acquaintances) add(address, code string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.is[0]) >= maxBuckets {
		a.is[1], a.is[0] = a.is[0], map[uint64]struct{}{}
	}
	a.is[0][maphash.String(a.seed, address+" "+code)] = struct{}{}
}

func (a *acquaintances) has(address, code string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	key := maphash.String(a.seed, address+" "+code)
	_, new := a.is[0][key]
	_, old := a.is[1][key]
	return new || old
}

// address returns where a request comes from, for counting only. Behind a proxy it is
// what the proxy says. Of an IPv6 address it is the network: one device has many.
func (h *Handler) address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if forwarded := r.Header.Values("X-Forwarded-For"); h.cfg.BehindProxy && len(forwarded) > 0 {
		all := strings.Split(forwarded[len(forwarded)-1], ",")
		host = strings.TrimSpace(all[len(all)-1])
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return "unknown"
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is6() {
		if network, err := ip.Prefix(64); err == nil {
			return network.String()
		}
	}
	return ip.String()
}
