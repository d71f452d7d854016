package packed

import (
	"bytes"
	"encoding/json"
	"slices"

	"holdtheline/quiz/puzzle"
)

// answer writes an answer as the choices of its form, or as it is.
func (w *writer) answer(form puzzle.Form, answer json.RawMessage) {
	d := form.Draft(answer)
	fits := same(d.JSON(), answer)
	w.bit(fits)
	if !fits {
		w.long(uint64(len(answer)))
		for _, b := range answer {
			w.number(uint64(b), 8)
		}
		return
	}
	for i := range form.Fields {
		f := &form.Fields[i]
		all := f.IDs()
		var chosen []int
		for _, id := range d.Value(f.Name) {
			chosen = append(chosen, slices.Index(all, id))
		}
		switch f.Pick {
		case puzzle.PickOne:
			// One more than there are means none.
			choice := len(all)
			if len(chosen) > 0 {
				choice = chosen[0]
			}
			w.below(choice, len(all)+1)
		case puzzle.PickMany:
			w.picked(chosen, len(all))
		case puzzle.PickOrder:
			w.arranged(chosen, len(all))
		case puzzle.PickLinks:
			w.links(d.Links(f.Name), all)
		}
	}
}

func (r *reader) answer(form puzzle.Form) json.RawMessage {
	if !r.bit() {
		length := r.long()
		if length > uint64(len(r.bits)/8) {
			r.broken = true
			return nil
		}
		answer := make([]byte, length)
		for i := range answer {
			answer[i] = byte(r.number(8))
		}
		return answer
	}
	d := form.Draft(nil)
	for i := range form.Fields {
		f := &form.Fields[i]
		all := f.IDs()
		switch f.Pick {
		case puzzle.PickOne:
			if choice := r.below(len(all) + 1); choice < len(all) {
				d, _ = d.Fill(f.Name, all[choice])
			}
		case puzzle.PickMany:
			for _, choice := range r.picked(len(all)) {
				d, _ = d.Fill(f.Name, all[choice])
			}
		case puzzle.PickOrder:
			var order []string
			for _, choice := range r.arranged(len(all), len(all)) {
				order = append(order, all[choice])
			}
			d, _ = d.Arrange(f.Name, order)
		case puzzle.PickLinks:
			for _, l := range r.links(all) {
				d, _ = d.Link(f.Name, l.From, l.To)
			}
		}
	}
	return d.JSON()
}

// What is written of an option in a field of links: one of these, or which option its
// cord leads to, counted from cordTo on.
const (
	notHungUp = iota
	hungUpAlone
	cordTo
)

func (w *writer) links(links []puzzle.Link, all []string) {
	for _, id := range all {
		state := notHungUp
		for _, l := range links {
			switch {
			case l.From == id && l.To == "":
				state = hungUpAlone
			case l.From == id:
				state = cordTo + slices.Index(all, l.To)
			}
		}
		w.below(state, cordTo+len(all))
	}
}

func (r *reader) links(all []string) []puzzle.Link {
	var links []puzzle.Link
	for _, id := range all {
		switch state := r.below(cordTo + len(all)); state {
		case notHungUp:
		case hungUpAlone:
			links = append(links, puzzle.Link{From: id})
		default:
			links = append(links, puzzle.Link{From: id, To: all[state-cordTo]})
		}
	}
	return links
}

// same reports whether two answers are the same but for their spelling. Encoded anew
// they are compared, since pupils would have to download reflect.DeepEqual.
func same(a, b json.RawMessage) bool {
	if bytes.Equal(a, b) {
		return true
	}
	x, ok := respelled(a)
	y, too := respelled(b)
	return ok && too && bytes.Equal(x, y)
}

// respelled is JSON with its keys in order and without spaces.
func respelled(data json.RawMessage) ([]byte, bool) {
	var v any
	if json.Unmarshal(data, &v) != nil {
		return nil, false
	}
	again, err := json.Marshal(v)
	return again, err == nil
}
