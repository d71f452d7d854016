package mirror

import (
	"maps"
	"slices"

	"holdtheline/game/toolkit/ui"
)

// Op is what a [Patch] does.
type Op string

// The operations. Create under a key in use removes the old element first.
const (
	Create Op = "create" // make an element of Tag, not yet on the page
	Set    Op = "set"    // set attribute Name to Value
	Unset  Op = "unset"  // remove attribute Name
	Text   Op = "text"   // set the element's text to Spans
	Draw   Op = "draw"   // set the element's content to the SVG in Value
	Move   Op = "box"    // put the element at Box; a zero one leaves its position to the style sheet
	Insert Op = "insert" // insert into Parent ("" is the mirror itself), before the element Before or last
	Remove Op = "remove" // remove the element
)

// A Patch is one change to the page, of the element with the given key.
type Patch struct {
	Op     Op        `json:"op"`
	Key    string    `json:"key"`
	Tag    string    `json:"tag,omitempty"`
	Name   string    `json:"name,omitempty"`
	Value  string    `json:"value,omitempty"`
	Spans  []ui.Span `json:"spans,omitempty"`
	Box    *Box      `json:"box,omitempty"`
	Parent string    `json:"parent,omitempty"`
	Before string    `json:"before,omitempty"`
}

// Diff returns the changes that make old into new; either may be nil. An
// element whose key and tag stay is never recreated, and one that keeps its
// position among its siblings is never moved, or the browser would drop the
// focus. Where siblings have been reordered, the one that contains the element
// with the key focus is never moved.
func Diff(old, new *Element, focus string) []Patch {
	d := differ{old: map[string]known{}, kept: map[string]bool{}, made: map[string]bool{}, focus: focus}
	d.remember(old, "", 0)
	if new != nil {
		d.update(new)
		d.arrange([]*Element{new}, "", true)
	}
	d.remove(old)
	return d.patches
}

// known is an element of the old tree with its position.
type known struct {
	*Element
	parent string
	index  int
}

type differ struct {
	old     map[string]known
	kept    map[string]bool // keys whose old element is reused
	made    map[string]bool // keys for which there is a new element
	focus   string
	patches []Patch
}

func (d *differ) add(p Patch) { d.patches = append(d.patches, p) }

func (d *differ) remember(e *Element, parent string, index int) {
	if e == nil {
		return
	}
	d.old[e.Key] = known{e, parent, index}
	for i, child := range e.Children {
		d.remember(child, e.Key, i)
	}
}

// update creates or updates the element and its descendants, wherever they are.
func (d *differ) update(e *Element) {
	before, ok := d.old[e.Key]
	if ok = ok && before.Tag == e.Tag; ok {
		d.kept[e.Key] = true
	} else {
		before = known{Element: &Element{}}
		d.made[e.Key] = true
		d.add(Patch{Op: Create, Key: e.Key, Tag: e.Tag})
	}
	for _, name := range slices.Sorted(maps.Keys(e.Attributes)) {
		value, had := before.Attributes[name]
		if !had || value != e.Attributes[name] {
			d.add(Patch{Op: Set, Key: e.Key, Name: name, Value: e.Attributes[name]})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before.Attributes)) {
		if _, has := e.Attributes[name]; !has {
			d.add(Patch{Op: Unset, Key: e.Key, Name: name})
		}
	}
	// Setting text removes the element's children, so it comes before theirs
	// are inserted.
	if !slices.Equal(before.Text, e.Text) {
		d.add(Patch{Op: Text, Key: e.Key, Spans: e.Text})
	}
	if !e.Drawing.looksLike(before.Drawing) {
		d.add(Patch{Op: Draw, Key: e.Key, Value: e.Drawing.SVG()})
	}
	if before.Box != e.Box {
		box := e.Box
		d.add(Patch{Op: Move, Key: e.Key, Box: &box})
	}
	for _, child := range e.Children {
		d.update(child)
	}
}

// arrange puts siblings into order, after their descendants. The parent comes
// last, so that a new part of the page is inserted whole.
func (d *differ) arrange(siblings []*Element, parent string, parentKept bool) {
	for _, e := range siblings {
		d.arrange(e.Children, e.Key, d.kept[e.Key])
	}
	stay := make([]bool, len(siblings))
	if parentKept {
		stay = d.staying(siblings, parent)
	}
	next := ""
	for i, e := range slices.Backward(siblings) {
		if !stay[i] {
			d.add(Patch{Op: Insert, Key: e.Key, Parent: parent, Before: next})
		}
		next = e.Key
	}
}

// staying finds the siblings that needn't be moved: the heaviest common
// subsequence of the old and new orders. The one with the focus outweighs all
// others together.
func (d *differ) staying(siblings []*Element, parent string) []bool {
	n := len(siblings)
	stay := make([]bool, n)
	best := make([]int, n)   // weight of the heaviest subsequence that ends here
	before := make([]int, n) // the one before it there, or -1
	last := -1
	for i, e := range siblings {
		was, ok := d.old[e.Key]
		if !ok || !d.kept[e.Key] || was.parent != parent {
			continue
		}
		weight := 1
		if d.focus != "" && e.Find(d.focus) != nil {
			weight = n + 1
		}
		best[i], before[i] = weight, -1
		for j := range i {
			if best[j] > 0 && d.old[siblings[j].Key].index < was.index && best[j]+weight > best[i] {
				best[i], before[i] = best[j]+weight, j
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	for ; last >= 0; last = before[last] {
		stay[last] = true
	}
	return stay
}

// remove removes what the new tree no longer has, from the bottom up. Reused
// elements have been moved by now.
func (d *differ) remove(e *Element) {
	if e == nil {
		return
	}
	for _, child := range e.Children {
		d.remove(child)
	}
	if !d.kept[e.Key] && !d.made[e.Key] {
		d.add(Patch{Op: Remove, Key: e.Key})
	}
}
