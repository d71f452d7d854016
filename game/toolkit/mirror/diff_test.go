package mirror_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// fake is a fake of the browser's DOM. As in a browser, setting text removes an
// element's children, and an element has one parent only.
type fake struct {
	*mirror.Element
	parent *fake
	below  []*fake
	drawn  string
}

type fakePage struct {
	t        *testing.T
	root     *fake
	elements map[string]*fake
	inserted map[string]bool
}

func newPage(t *testing.T) *fakePage {
	return &fakePage{t: t, root: &fake{Element: &mirror.Element{}}, elements: map[string]*fake{}}
}

func (f *fake) detach() {
	if f.parent != nil {
		f.parent.below = slices.DeleteFunc(f.parent.below, func(o *fake) bool { return o == f })
		f.parent = nil
	}
}

func (p *fakePage) get(key string) *fake {
	f, ok := p.elements[key]
	if !ok {
		p.t.Fatalf("a patch is about %q, which isn't there", key)
	}
	return f
}

func (p *fakePage) apply(patches []mirror.Patch) {
	p.inserted = map[string]bool{}
	for _, patch := range patches {
		switch patch.Op {
		case mirror.Create:
			if old := p.elements[patch.Key]; old != nil {
				old.detach()
			}
			p.elements[patch.Key] = &fake{Element: &mirror.Element{Key: patch.Key, Tag: patch.Tag, Attributes: map[string]string{}}}
		case mirror.Set:
			p.get(patch.Key).Attributes[patch.Name] = patch.Value
		case mirror.Unset:
			delete(p.get(patch.Key).Attributes, patch.Name)
		case mirror.Text:
			f := p.get(patch.Key)
			for _, child := range slices.Clone(f.below) {
				child.detach()
			}
			f.Text = patch.Spans
		case mirror.Draw:
			p.get(patch.Key).drawn = patch.Value
		case mirror.Move:
			p.get(patch.Key).Box = *patch.Box
		case mirror.Insert:
			f, parent := p.get(patch.Key), p.root
			if patch.Parent != "" {
				parent = p.get(patch.Parent)
			}
			f.detach()
			at := len(parent.below)
			if patch.Before != "" {
				at = slices.Index(parent.below, p.get(patch.Before))
				if at < 0 {
					p.t.Fatalf("%q is put before %q, which stands elsewhere", patch.Key, patch.Before)
				}
			}
			parent.below = slices.Insert(parent.below, at, f)
			f.parent = parent
			p.inserted[patch.Key] = true
		case mirror.Remove:
			p.get(patch.Key).detach()
			delete(p.elements, patch.Key)
		default:
			p.t.Fatalf("unknown operation %q", patch.Op)
		}
	}
}

func (p *fakePage) markup() string {
	var build func(f *fake) *mirror.Element
	build = func(f *fake) *mirror.Element {
		e := *f.Element
		e.Children = nil
		for _, below := range f.below {
			e.Children = append(e.Children, build(below))
		}
		return &e
	}
	text := ""
	for _, f := range p.root.below {
		text += markup(build(f), 0)
	}
	return text
}

// randomTree makes a tree of few keys and tags, so that successive ones share
// many, at the same position or another.
func randomTree(r *rand.Rand) *mirror.Element {
	keys := r.Perm(14)
	var grow func(depth int) *mirror.Element
	grow = func(depth int) *mirror.Element {
		if len(keys) == 0 {
			return nil
		}
		e := &mirror.Element{
			Key:        fmt.Sprint("k", keys[0]),
			Tag:        []string{"div", "div", "div", "p"}[r.IntN(4)],
			Attributes: map[string]string{},
			Box:        mirror.Box{X: float64(r.IntN(3)), W: 1, H: 1},
		}
		keys = keys[1:]
		for _, name := range []string{"lang", "inert"} {
			if r.IntN(3) == 0 {
				e.Attributes[name] = fmt.Sprint(r.IntN(2))
			}
		}
		if depth == 0 || r.IntN(3) == 0 {
			e.Text = []ui.Span{{Text: fmt.Sprint(r.IntN(3))}}
			return e
		}
		for range r.IntN(6) {
			if child := grow(depth - 1); child != nil {
				e.Children = append(e.Children, child)
			}
		}
		return e
	}
	return grow(3)
}

func TestPatchesMakeOldIntoNew(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		page := newPage(t)
		var old *mirror.Element
		for range 12 {
			var next *mirror.Element
			if r.IntN(8) > 0 {
				next = randomTree(r)
			}
			identity := maps.Clone(page.elements)
			page.apply(mirror.Diff(old, next, ""))
			want := ""
			if next != nil {
				want = markup(next, 0)
			}
			if got := page.markup(); got != want {
				t.Fatalf("the page holds\n%swant\n%s", got, want)
			}
			for key, f := range page.elements {
				before := old.Find(key)
				if before != nil && before.Tag == f.Tag && identity[key] != f {
					t.Fatalf("%s was made anew although its key and tag stayed", key)
				}
			}
			old = next
		}
	}
}

func row(keys ...string) *mirror.Element {
	parent := &mirror.Element{Key: "row", Tag: "ol", Attributes: map[string]string{}}
	for _, key := range keys {
		parent.Children = append(parent.Children, &mirror.Element{
			Key: key, Tag: "li", Attributes: map[string]string{},
			Children: []*mirror.Element{{Key: key + ".later", Tag: "button", Attributes: map[string]string{}}},
		})
	}
	return parent
}

func TestTheFocusedElementIsNeverMovedAmongItsSiblings(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	keys := []string{"a", "b", "c", "d", "e", "f", "g"}
	for range 200 {
		page := newPage(t)
		old := row(keys...)
		page.apply(mirror.Diff(nil, old, ""))
		shuffled := slices.Clone(keys)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		focused := keys[r.IntN(len(keys))]
		next := row(shuffled...)
		page.apply(mirror.Diff(old, next, focused+".later"))
		if page.inserted[focused] || page.inserted[focused+".later"] || page.inserted["row"] {
			t.Fatalf("%v → %v takes %s, which has the focus, off the page", keys, shuffled, focused)
		}
		if got, want := page.markup(), markup(next, 0); got != want {
			t.Fatalf("the page holds\n%swant\n%s", got, want)
		}
	}
}

func TestFewestChanges(t *testing.T) {
	count := func(old, next *mirror.Element, focus string) int { return len(mirror.Diff(old, next, focus)) }
	screen := mirror.From(lay(sample()))
	if n := count(screen, mirror.From(lay(sample())), ""); n != 0 {
		t.Errorf("an unchanged screen takes %d changes", n)
	}
	if n := count(row("a", "b", "c", "d", "e"), row("b", "c", "d", "e", "a"), ""); n != 1 {
		t.Errorf("one card to the end takes %d changes, want 1", n)
	}
	if n := count(row("a", "b", "c"), row("a", "x", "b", "c"), ""); n != 4 { // li, button, two inserts
		t.Errorf("one card more takes %d changes, want 4", n)
	}

	scrolled := lay(sample())
	var scroller *ui.Box
	var find func(*ui.Box)
	find = func(p *ui.Box) {
		if p.Node.ID == "scroller" {
			scroller = p
		}
		for _, child := range p.Children {
			find(child)
		}
	}
	find(scrolled.Root)
	for _, child := range scroller.Children {
		child.Y -= 33
	}
	patches := mirror.Diff(screen, mirror.From(scrolled), "")
	for _, patch := range patches {
		if patch.Op != mirror.Move {
			t.Errorf("scrolling does %q to %s", patch.Op, patch.Key)
		}
	}
	if len(patches) != len(scroller.Children) {
		t.Errorf("scrolling takes %d changes, want one for each of %d children", len(patches), len(scroller.Children))
	}
}

func BenchmarkDiff(b *testing.B) {
	old, next := mirror.From(lay(sample())), mirror.From(lay(sampleWithDialog()))
	b.ReportAllocs()
	for b.Loop() {
		mirror.Diff(old, next, "more")
	}
}
