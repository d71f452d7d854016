package puzzle

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"holdtheline/quiz/internal/quote"
	"holdtheline/quiz/strictjson"
)

// An AnswerError says why an answer could not be marked and which shape is
// expected instead.
type AnswerError struct {
	Item     string // the item's id
	Problem  string // what is wrong with the answer
	Expected string // the shape that is expected, with an example
}

func (e *AnswerError) Error() string {
	return fmt.Sprintf("the answer to %q can't be marked: %s. Expected: %s", e.Item, e.Problem, e.Expected)
}

// decode reads exactly one JSON value into v. Its error says in plain words why
// the value does not fit.
func decode(answer json.RawMessage, v any) error {
	if len(bytes.TrimSpace(answer)) == 0 {
		return errors.New("it is empty")
	}
	d := json.NewDecoder(bytes.NewReader(answer))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return plain(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows after its end")
	}
	return strictjson.Keys(answer, v)
}

func plain(err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("it is not JSON: %s at byte %d", strings.TrimPrefix(syntax.Error(), "json: "), syntax.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it is not JSON: it ends too early")
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("its %q is %s", wrong.Field, article(quote.Short(wrong.Value)))
	case errors.As(err, &wrong):
		return fmt.Errorf("it is, or holds, %s", article(quote.Short(wrong.Value)))
	default:
		return errors.New(quote.Sentence(strings.TrimPrefix(err.Error(), "json: ")))
	}
}

// article puts the article before the name of a JSON type.
func article(value string) string {
	if strings.HasPrefix(value, "array") || strings.HasPrefix(value, "object") {
		return "an " + value
	}
	return "a " + value
}

// decodeList reads a list of strings and refuses null.
func decodeList(answer json.RawMessage) ([]string, error) {
	var list []*string
	if err := decode(answer, &list); err != nil {
		return nil, err
	}
	if list == nil {
		return nil, errors.New("it is null")
	}
	return texts(list)
}

// texts refuses null where a string belongs: JSON would read it as "".
func texts(list []*string) ([]string, error) {
	out := make([]string, len(list))
	for i, s := range list {
		if s == nil {
			return nil, errors.New("it holds null in a list")
		}
		out[i] = *s
	}
	return out, nil
}

// subset checks that every chosen id is offered and none is chosen twice.
func subset(chosen, offered []string, what string) error {
	seen := make(map[string]bool, len(chosen))
	for _, id := range chosen {
		switch {
		case !slices.Contains(offered, id):
			return fmt.Errorf("%q is not one of the %s", quote.Short(id), what)
		case seen[id]:
			return fmt.Errorf("%q stands in it twice", id)
		}
		seen[id] = true
	}
	return nil
}

// quoted lists ids for a message, as JSON would write them.
func quoted(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = fmt.Sprintf("%q", id)
	}
	return strings.Join(out, ", ")
}

// other returns the first of several that is not a given one.
func other(ids []string, id string) string {
	for _, candidate := range ids {
		if candidate != id {
			return candidate
		}
	}
	return id
}
