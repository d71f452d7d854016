package strictjson

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"

	"holdtheline/quiz/internal/quote"
)

// Keys checks the keys of a JSON value that was decoded, with unknown fields
// refused, into the type that like points to. The error is a clause whose subject,
// “it”, is the value.
func Keys(data []byte, like any) error {
	w := walk{json.NewDecoder(bytes.NewReader(data))}
	return w.value(reflect.TypeOf(like))
}

type walk struct{ dec *json.Decoder }

// value checks one value. With a nil type it looks only for repeated keys.
func (w walk) value(t reflect.Type) error {
	token, err := w.dec.Token()
	if err != nil {
		return err
	}
	switch t = plain(t); token {
	case json.Delim('['):
		if t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
			t = t.Elem()
		} else {
			t = nil
		}
		for w.dec.More() {
			if err := w.value(t); err != nil {
				return err
			}
		}
	case json.Delim('{'):
		if err := w.object(t); err != nil {
			return err
		}
	default:
		return nil
	}
	_, err = w.dec.Token() // the closing bracket
	return err
}

func (w walk) object(t reflect.Type) error {
	seen := map[string]bool{}
	for w.dec.More() {
		token, err := w.dec.Token()
		if err != nil {
			return err
		}
		key, ok := token.(string)
		if !ok {
			return io.ErrUnexpectedEOF
		}
		if seen[key] {
			return fmt.Errorf("it has the key %q twice", quote.Short(key))
		}
		seen[key] = true
		of, err := valueOf(t, key)
		if err != nil {
			return err
		}
		if err := w.value(of); err != nil {
			return err
		}
	}
	return nil
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
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == key {
			return t.Field(i).Type, nil
		}
		if strings.EqualFold(name, key) {
			written = name
		}
	}
	return nil, fmt.Errorf("its key %q has to be written %q", quote.Short(key), written)
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
