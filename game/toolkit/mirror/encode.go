package mirror

import (
	"math"
	"strconv"
	"unicode/utf8"

	"holdtheline/game/toolkit/ui"
)

// A change is one update of the page: the patches, and the properties of the
// page as a whole.
type change struct {
	Patches  []Patch `json:"patches"`
	Screen   string  `json:"screen"`
	Title    string  `json:"title"`
	Focus    string  `json:"focus"`
	Announce string  `json:"announce"`
	Plain    bool    `json:"plain"`
	Theme    string  `json:"theme"`
	Text     float64 `json:"text"`
	Zoom     float64 `json:"zoom"`
}

// encode writes a change as encoding/json would, by the same tags. That
// package's first use of a type takes a tenth of the time until the first
// screen is mirrored, and every key press waits for encode.
func (c *change) encode() []byte {
	var o object
	o.open()
	o.name("patches")
	o = append(o, '[')
	for i := range c.Patches {
		if i > 0 {
			o = append(o, ',')
		}
		o.patch(&c.Patches[i])
	}
	o = append(o, ']')
	o.text("screen", c.Screen)
	o.text("title", c.Title)
	o.text("focus", c.Focus)
	o.text("announce", c.Announce)
	o.truth("plain", c.Plain)
	o.text("theme", c.Theme)
	o.number("text", c.Text)
	o.number("zoom", c.Zoom)
	o.close()
	return o
}

// An object is a JSON object being written.
type object []byte

func (o *object) patch(p *Patch) {
	o.open()
	o.text("op", string(p.Op))
	o.text("key", p.Key)
	o.given("tag", p.Tag)
	o.given("name", p.Name)
	o.given("value", p.Value)
	if len(p.Spans) > 0 {
		o.name("spans")
		o.spans(p.Spans)
	}
	if p.Box != nil {
		o.name("box")
		o.open()
		o.number("X", p.Box.X)
		o.number("Y", p.Box.Y)
		o.number("W", p.Box.W)
		o.number("H", p.Box.H)
		o.close()
	}
	o.given("parent", p.Parent)
	o.given("before", p.Before)
	o.close()
}

func (o *object) spans(spans []ui.Span) {
	*o = append(*o, '[')
	for i, s := range spans {
		if i > 0 {
			*o = append(*o, ',')
		}
		o.open()
		o.text("Text", s.Text)
		o.truth("Strong", s.Strong)
		o.truth("Marked", s.Marked)
		o.text("Lang", s.Lang)
		o.close()
	}
	*o = append(*o, ']')
}

func (o *object) open()  { *o = append(*o, '{') }
func (o *object) close() { *o = append(*o, '}') }

// name begins a member. No name needs escapes.
func (o *object) name(name string) {
	if last := (*o)[len(*o)-1]; last != '{' {
		*o = append(*o, ',')
	}
	*o = append(*o, '"')
	*o = append(*o, name...)
	*o = append(*o, '"', ':')
}

func (o *object) text(name, value string) {
	o.name(name)
	*o = appendString(*o, value)
}

// given writes a string member unless it is empty.
func (o *object) given(name, value string) {
	if value != "" {
		o.text(name, value)
	}
}

func (o *object) truth(name string, value bool) {
	o.name(name)
	*o = strconv.AppendBool(*o, value)
}

// number writes a number; NaN and infinities, which JSON lacks, become 0.
func (o *object) number(name string, value float64) {
	o.name(name)
	if math.IsNaN(value) || math.IsInf(value, 0) {
		value = 0
	}
	*o = strconv.AppendFloat(*o, value, 'g', -1, 64)
}

// appendString appends a JSON string (RFC 8259, section 7). Invalid UTF-8
// becomes U+FFFD.
func appendString(to []byte, s string) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	for _, r := range s { // range turns invalid UTF-8 into U+FFFD
		switch {
		case r == '"' || r == '\\':
			to = append(to, '\\', byte(r))
		case r < ' ':
			to = append(to, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return append(to, '"')
}
