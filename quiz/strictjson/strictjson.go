package strictjson

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"holdtheline/quiz/internal/quote"
)

// Keys checks the keys of a JSON value that was decoded, with unknown fields
// refused, into the type that like points to. The error is a clause whose subject,
// “it”, is the value.
func Keys(data []byte, like any) error {
	w := walk{rest: data}
	return w.value(reflect.TypeOf(like))
}

// A walk goes through JSON. It was decoded, so that its syntax is right, and all that
// has to be told apart is where keys and values begin and end.
type walk struct{ rest []byte }

// next skips white space and returns the byte that follows, or 0 at the end.
func (w *walk) next() byte {
	for i, c := range w.rest {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			w.rest = w.rest[i:]
			return c
		}
	}
	w.rest = nil
	return 0
}

// value checks one value. With a nil type it looks only for repeated keys.
func (w *walk) value(t reflect.Type) error {
	switch t = plain(t); w.next() {
	case 0:
		return io.ErrUnexpectedEOF
	case '[':
		if t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
			t = t.Elem()
		} else {
			t = nil
		}
		return w.each(']', func() error { return w.value(t) })
	case '{':
		return w.object(t)
	case '"':
		_, err := w.text()
		return err
	}
	end := bytes.IndexAny(w.rest, ",]} \t\n\r") // a number, true, false or null
	if end < 0 {
		end = len(w.rest)
	}
	w.rest = w.rest[end:]
	return nil
}

// each checks what is between two brackets, the first of which comes next.
func (w *walk) each(end byte, one func() error) error {
	w.rest = w.rest[1:]
	for {
		switch w.next() {
		case 0:
			return io.ErrUnexpectedEOF
		case end:
			w.rest = w.rest[1:]
			return nil
		case ',':
			w.rest = w.rest[1:]
		}
		if err := one(); err != nil {
			return err
		}
	}
}

func (w *walk) object(t reflect.Type) error {
	var seen keySet
	return w.each('}', func() error {
		if w.next() != '"' {
			return io.ErrUnexpectedEOF
		}
		written, err := w.text()
		if err != nil {
			return err
		}
		key, err := key(written)
		if err != nil {
			return err
		}
		if !seen.add(key) {
			return fmt.Errorf("it has the key %q twice", quote.Short(key))
		}
		of, err := valueOf(t, key)
		if err != nil {
			return err
		}
		if w.next() != ':' {
			return io.ErrUnexpectedEOF
		}
		w.rest = w.rest[1:]
		return w.value(of)
	})
}

// A keySet has the keys of an object. Most have a few, for which a list is quickest;
// hostile ones have many thousands.
type keySet struct {
	few  []string
	many map[string]bool
}

const fewKeys = 16

// add reports whether the key is new.
func (s *keySet) add(key string) bool {
	if s.many == nil && len(s.few) < fewKeys {
		if slices.Contains(s.few, key) {
			return false
		}
		s.few = append(s.few, key)
		return true
	}
	if s.many == nil {
		s.many = map[string]bool{}
		for _, known := range s.few {
			s.many[known] = true
		}
	}
	if s.many[key] {
		return false
	}
	s.many[key] = true
	return true
}

// text skips a string and returns it as it is written, with its quotation marks.
func (w *walk) text() ([]byte, error) {
	for i := 1; i < len(w.rest); i++ {
		switch w.rest[i] {
		case '\\':
			i++
		case '"':
			written := w.rest[:i+1]
			w.rest = w.rest[i+1:]
			return written, nil
		}
	}
	return nil, io.ErrUnexpectedEOF
}

// key is the string that is written.
func key(written []byte) (string, error) {
	if !bytes.ContainsRune(written, '\\') && utf8.Valid(written) {
		return string(written[1 : len(written)-1]), nil
	}
	var text string
	err := json.Unmarshal(written, &text)
	return text, err
}

// valueOf returns the type of the value under a key of an object.
func valueOf(t reflect.Type, key string) (reflect.Type, error) {
	switch {
	case t != nil && t.Kind() == reflect.Map:
		return t.Elem(), nil
	case t == nil || t.Kind() != reflect.Struct:
		return nil, nil
	}
	written := ""
	for i, name := range namesOf(t) {
		if name == key {
			return t.Field(i).Type, nil
		}
		if strings.EqualFold(name, key) {
			written = name
		}
	}
	return nil, fmt.Errorf("its key %q has to be written %q", quote.Short(key), written)
}

// names has the keys of the fields of each struct type so far, as a []string.
var names sync.Map

func namesOf(t reflect.Type) []string {
	if known, ok := names.Load(t); ok {
		return known.([]string)
	}
	var all []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		all = append(all, name)
	}
	names.Store(t, all)
	return all
}

var (
	ownJSON = reflect.TypeFor[json.Unmarshaler]()
	ownText = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// plain returns the type behind pointers, or nil for one that decodes itself.
func plain(t reflect.Type) reflect.Type {
	for t != nil {
		if to := reflect.PointerTo(t); to.Implements(ownJSON) || to.Implements(ownText) {
			return nil
		}
		if t.Kind() != reflect.Pointer {
			return t
		}
		t = t.Elem()
	}
	return nil
}
