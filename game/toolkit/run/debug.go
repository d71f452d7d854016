package run

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/host"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/ui"
)

// A watched game keeps statistics. Scripts of the page can read them, and they
// can be shown at the bottom of the screen. An unwatched game has none of the
// cost. The words are for developers and always English.
type watched struct {
	*game
	updates int
	draws   int // frames, and those of them that were painted
	reasons map[string]int
	last    string        // the latest reason
	spent   time.Duration // in the update of this frame
	times   []time.Duration
	next    int // the place in times to be written next
	memory  runtime.MemStats
	read    time.Time // when memory was read and corner laid out
	corner  []*ui.Box
	under   ui.Viewport // that the corner was laid out for
}

// Why a frame was painted.
var because = [...]string{drive.PaintChange: "paint", drive.LayoutChange: "layout", drive.TreeChange: "tree"}

// watchedFrames is how many painted frames the statistics cover, and
// cornerEvery the least time between updates of the corner: painting it is
// counted, too.
const (
	watchedFrames = 600
	cornerEvery   = time.Second
)

func watch(g *game) *watched {
	w := &watched{game: g, reasons: map[string]int{}}
	host.Debug(w.numbers)
	return w
}

// Update implements [ebiten.Game].
func (w *watched) Update() error {
	start := time.Now()
	err := w.game.Update()
	w.updates++
	if w.change != drive.NoChange {
		w.last = because[w.change]
		w.reasons[w.last]++
	}
	w.spent = time.Since(start)
	return err
}

// Draw implements [ebiten.Game].
func (w *watched) Draw(screen *ebiten.Image) {
	if w.driver.Layout() == nil || w.page.isPlain() || w.change == drive.NoChange || w.options.Screenshot != "" {
		w.game.Draw(screen)
		return
	}
	w.frames++
	shown := w.driver.Shown()
	if w.options.Debug == DebugOverlay {
		shown = w.withCorner(shown) // laying it out isn't counted in the time; painting it is
	}
	start := time.Now()
	w.paint(screen, shown)
	w.draws++
	w.took(w.spent + time.Since(start))
}

// took records the time of a painted frame in a ring buffer.
func (w *watched) took(t time.Duration) {
	if len(w.times) < watchedFrames {
		w.times = append(w.times, t)
		return
	}
	w.times[w.next] = t
	w.next = (w.next + 1) % watchedFrames
}

// percentile is the time within which a share of the frames were painted, in
// milliseconds.
func percentile(sorted []time.Duration, share float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	i := int(share * float64(len(sorted)-1))
	return float64(sorted[i]) / float64(time.Millisecond)
}

// numbers returns the statistics for scripts. Times are in milliseconds, sizes
// in bytes. It collects garbage first, so that live is the memory in use; that
// isn't counted among the collections. The times are those since the last call.
func (w *watched) numbers() map[string]any {
	runtime.GC()
	w.look()
	sorted := w.sorted()
	reasons := map[string]any{}
	for reason, n := range w.reasons {
		reasons[reason] = n
	}
	w.times, w.next = w.times[:0], 0
	return map[string]any{
		"frames": w.frames, "updates": w.updates, "draws": w.draws, "reasons": reasons,
		"p50": percentile(sorted, 0.5), "p95": percentile(sorted, 0.95), "max": percentile(sorted, 1),
		"memory": float64(w.memory.Sys), "live": float64(w.memory.HeapAlloc), "collections": float64(w.memory.NumGC - w.memory.NumForcedGC),
	}
}

func (w *watched) look() {
	runtime.ReadMemStats(&w.memory)
	w.read = time.Now()
}

// withCorner is a layout with the numbers drawn over it, at the bottom. They
// change only when something is painted anyway.
func (w *watched) withCorner(shown *ui.Layout) *ui.Layout {
	if time.Since(w.read) > cornerEvery || w.under != shown.Viewport {
		w.look()
		w.under = shown.Viewport
		numbers := &ui.Node{
			Style:    ui.Style{Look: ui.Panel, Pad: ui.All(4)},
			Children: []*ui.Node{{Role: ui.Paragraph, Text: ui.Plain(w.words()), Style: ui.Style{Font: style.Font{Size: style.Label}}}},
		}
		tree := &ui.Node{Children: []*ui.Node{{Style: ui.Style{Grow: 1}}, numbers}}
		// A new layouter each time, so that words that never recur don't fill
		// the game's cache.
		w.corner = ui.NewLayouter(w.options.Faces).Lay(tree, shown.Viewport, nil).Root.Children
	}
	root := *shown.Root
	root.Children = append(slices.Clone(root.Children), w.corner...)
	with := *shown
	with.Root = &root
	return &with
}

// sorted returns the times, shortest first.
func (w *watched) sorted() []time.Duration {
	times := slices.Clone(w.times)
	sort.Slice(times, func(i, j int) bool { return times[i] < times[j] })
	return times
}

func (w *watched) words() string {
	sorted := w.sorted()
	var why []string
	for _, reason := range slices.Sorted(maps.Keys(w.reasons)) {
		why = append(why, fmt.Sprintf("%s %d", reason, w.reasons[reason]))
	}
	return fmt.Sprintf("frames %d · updates %d · draws %d (%s; now %s) · ms p50 %.1f p95 %.1f max %.1f · MB %.1f, %.1f used · collections %d",
		w.frames, w.updates, w.draws, strings.Join(why, ", "), w.last,
		percentile(sorted, 0.5), percentile(sorted, 0.95), percentile(sorted, 1),
		float64(w.memory.Sys)/1e6, float64(w.memory.HeapAlloc)/1e6, w.memory.NumGC)
}
