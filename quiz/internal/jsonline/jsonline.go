package jsonline

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/strictjson"
)

// Encode returns a value as one line, with its newline. Nothing in it is escaped for
// HTML: that could make an answer larger than its bound. A value that JSON can't express
// panics.
func Encode(v any) []byte {
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("jsonline: a value does not encode: " + err.Error())
	}
	return line.Bytes()
}

// Decode reads one line, with or without its newline, into what v points to. It is
// strict: unknown, repeated and wrongly written keys are errors, in words for a person.
// After an error v is undefined. what is what the line should be, such as “an event of a
// session”.
func Decode(line []byte, v any, what string) error {
	strange := func(err error) error {
		return errors.New("it is not " + what + ": " + quote.Sentence(strings.TrimPrefix(err.Error(), "json: ")))
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return errors.New("it is cut short")
		}
		return strange(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows after its end")
	}
	if err := strictjson.Keys(line, v); err != nil {
		return strange(err)
	}
	return nil
}
