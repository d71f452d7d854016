package edit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile"
)

// JSON returns the case as JSON with its keys in the order of the text. Dates stay
// text. The error says why the text can't be read.
func JSON(data []byte) (json.RawMessage, error) {
	t, err := read(data)
	if err != nil {
		return nil, err
	}
	if _, err := values(t.root); err != nil {
		return nil, err
	}
	return json.Marshal(ordered{t.root})
}

// ordered is a tree whose keys keep their order in JSON.
type ordered struct{ *yaml.Node }

func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	err := o.write(&b)
	return b.Bytes(), err
}

// write writes the whole tree at once: package json would copy and check each part again
// for every one around it.
func (o ordered) write(b *bytes.Buffer) error {
	switch o.Kind {
	case yaml.ScalarNode:
		v, err := values(o.Node)
		if err != nil {
			return err
		}
		return appendJSON(b, v)
	case yaml.SequenceNode:
		b.WriteByte('[')
		for i, item := range o.Content {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := (ordered{item}).write(b); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	case yaml.MappingNode:
		b.WriteByte('{')
		for i := 0; i+1 < len(o.Content); i += 2 {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := appendJSON(b, o.Content[i].Value); err != nil {
				return err
			}
			b.WriteByte(':')
			if err := (ordered{o.Content[i+1]}).write(b); err != nil {
				return err
			}
		}
		b.WriteByte('}')
	}
	return nil
}

func appendJSON(b *bytes.Buffer, v any) error {
	data, err := json.Marshal(v)
	b.Write(data)
	return err
}

// values returns what a tree says, however it is written.
func values(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			v, err := values(item)
			if err != nil {
				return nil, err
			}
			list[i] = v
		}
		return list, nil
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind != yaml.ScalarNode {
				return nil, fmt.Errorf("line %d: a key has to be a word", key.Line)
			}
			if _, twice := m[key.Value]; twice {
				return nil, fmt.Errorf("line %d: %q stands here a second time", key.Line, key.Value)
			}
			v, err := values(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			m[key.Value] = v
		}
		return m, nil
	}
	switch n.ShortTag() {
	case "!!null":
		return nil, nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true"), nil
	case "!!int", "!!float":
		if json.Valid([]byte(n.Value)) {
			return json.Number(n.Value), nil
		}
	}
	return n.Value, nil
}

// expected returns what the text has to say after the change.
func (op Op) expected(root *yaml.Node) (any, error) {
	before, err := values(root)
	if err != nil {
		return nil, err
	}
	var value any
	if op.Do == Set || op.Do == Add {
		n, err := op.value()
		if err != nil {
			return nil, err
		}
		if value, err = values(n); err != nil {
			return nil, err
		}
	}
	if len(op.Path) == 0 {
		return nil, errors.New("the whole case can't be changed at once")
	}
	return op.changed(before, op.Path, value)
}

// changed returns a value with the change made at the rest of the path.
func (op Op) changed(v any, path Path, value any) (any, error) {
	if len(path) == 0 { // Add
		list, ok := v.([]any)
		if !ok && v != nil {
			return nil, fmt.Errorf("%s is not a list", op.Path)
		}
		return slices.Insert(slices.Clone(list), min(max(op.To, 0), len(list)), value), nil
	}
	last := len(path) == 1 && op.Do != Add
	missing := fmt.Errorf("there is no %s in the case", op.Path)
	switch step := path[0].(type) {
	case int:
		list, ok := v.([]any)
		if !ok || step < 0 || step >= len(list) {
			return nil, missing
		}
		list = slices.Clone(list)
		switch {
		case last && op.Do == Remove:
			return slices.Delete(list, step, step+1), nil
		case last && op.Do == Move:
			if op.To < 0 || op.To >= len(list) {
				return nil, fmt.Errorf("%s can't be moved to place %d of %d", op.Path, op.To+1, len(list))
			}
			moved := list[step]
			return slices.Insert(slices.Delete(list, step, step+1), op.To, moved), nil
		case last:
			list[step] = value
			return list, nil
		}
		inner, err := op.changed(list[step], path[1:], value)
		list[step] = inner
		return list, err
	case string:
		old, ok := v.(map[string]any)
		if !ok {
			return nil, missing
		}
		m := map[string]any{}
		for k, v := range old {
			m[k] = v
		}
		switch _, there := m[step]; {
		case last && op.Do == Set:
			m[step] = value
			return m, nil
		case last && op.Do == Remove && there:
			delete(m, step)
			return m, nil
		case last || !there && len(path) > 1:
			return nil, missing
		}
		inner, err := op.changed(m[step], path[1:], value)
		m[step] = inner
		return m, err
	}
	return nil, fmt.Errorf("a path has keys and numbers, not %v", path[0])
}

// keysAt lists the keys that the format has at a path, in their order.
func keysAt(path Path) []string {
	at := reflect.TypeFor[casefile.Case]()
	for _, step := range path {
		switch _, isItem := step.(int); {
		case isItem && at.Kind() == reflect.Slice, !isItem && at.Kind() == reflect.Map:
			at = at.Elem()
		case !isItem && at.Kind() == reflect.Struct:
			field, ok := fieldOf(at, fmt.Sprint(step))
			if !ok {
				return nil
			}
			at = field.Type
		default:
			return nil
		}
	}
	if at.Kind() != reflect.Struct {
		return nil
	}
	var keys []string
	for i := range at.NumField() {
		keys = append(keys, keyOf(at.Field(i)))
	}
	return keys
}

func fieldOf(t reflect.Type, key string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		if keyOf(t.Field(i)) == key {
			return t.Field(i), true
		}
	}
	return reflect.StructField{}, false
}

func keyOf(f reflect.StructField) string {
	if key := f.Tag.Get("key"); key != "" {
		return key
	}
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}
