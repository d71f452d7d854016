package authoring

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/puzzle"
)

// Schema returns a JSON Schema (draft 2020-12) of the case format, generated
// from the Go types, for editors that complete and explain keys. [check.Case]
// checks more than a schema can express.
func Schema() []byte {
	s := schemas{defs: &object{}}
	root := s.group(reflect.TypeFor[casefile.Case]())
	top := &object{}
	top.set("$schema", "https://json-schema.org/draft/2020-12/schema")
	top.set("title", "Case")
	top.set("description", "A case of the game Hold the Line.")
	for _, m := range *root {
		top.set(m.key, m.value)
	}
	top.set("$defs", s.defs)
	data, err := json.MarshalIndent(top, "", "  ")
	if err != nil {
		panic("authoring: a schema is made of plain values: " + err.Error())
	}
	return append(data, '\n')
}

// An object is a JSON object that keeps its keys in the order they were set.
type object []member

type member struct {
	key   string
	value any
}

func (o *object) set(key string, value any) { *o = append(*o, member{key, value}) }

func (o *object) has(key string) bool {
	for _, m := range *o {
		if m.key == key {
			return true
		}
	}
	return false
}

// MarshalJSON writes the keys in the order they were set.
func (o *object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range *o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schemas collects one definition for each struct type.
type schemas struct{ defs *object }

var textual = reflect.TypeFor[encoding.TextUnmarshaler]()

// dateForm lets an editor reject obvious errors; the parser is stricter.
const dateForm = `^[0-9X.T:Z?~%/+-]+$`

// of returns the schema of a value of type t under the rules of its field.
func (s schemas) of(t reflect.Type, required, positive bool) *object {
	o := &object{}
	enum, isEnum := reflect.Zero(t).Interface().(tree.Enum)
	switch {
	case isEnum:
		o.set("type", "string")
		o.set("enum", enum.Options())
	case t == reflect.TypeFor[casefile.PictureFile]():
		o.set("type", "string")
		o.set("contentEncoding", "base64")
	case reflect.PointerTo(t).Implements(textual):
		// YAML reads 2015 as a number, and the format takes it as the year.
		o.set("type", []string{"string", "integer"})
		o.set("pattern", dateForm)
	case t.Kind() == reflect.Struct:
		if !s.defs.has(t.Name()) {
			s.defs.set(t.Name(), nil)
			place := len(*s.defs) - 1
			(*s.defs)[place].value = s.group(t)
		}
		o.set("$ref", "#/$defs/"+t.Name())
	case t.Kind() == reflect.Slice:
		o.set("type", "array")
		o.set("items", s.of(t.Elem(), true, false))
		o.set("maxItems", tree.MaxItems)
		if required {
			o.set("minItems", 1)
		}
	case t.Kind() == reflect.Map:
		o.set("type", "object")
		o.set("propertyNames", s.of(t.Key(), false, false))
		o.set("additionalProperties", s.of(t.Elem(), false, false))
	case t.Kind() == reflect.String:
		o.set("type", "string")
		o.set("maxLength", tree.MaxText)
		if required {
			o.set("pattern", `\S`)
		}
	case t.Kind() == reflect.Bool:
		o.set("type", "boolean")
	case t.Kind() == reflect.Int:
		o.set("type", "integer")
		if positive {
			o.set("exclusiveMinimum", 0)
		}
	case t.Kind() == reflect.Float64:
		o.set("type", "number")
		if positive {
			o.set("minimum", tree.MinWeight)
			o.set("maximum", tree.MaxWeight)
		}
	}
	return o
}

// group returns the schema of a struct.
func (s schemas) group(t reflect.Type) *object {
	properties := &object{}
	var needed []string
	for i := range t.NumField() {
		f := t.Field(i)
		required, positive := tree.RulesOf(f)
		key := tree.KeyOf(f)
		if required && !tree.IsInferred(f) {
			needed = append(needed, key)
		}
		value := s.of(f.Type, required, positive)
		switch key {
		case "id":
			*value = nil
			value.set("type", "string")
			value.set("pattern", casefile.IDPattern)
		case "format":
			value.set("const", casefile.Format)
		}
		if f.Type == reflect.TypeFor[casefile.PuzzleKind]() {
			value.set("enum", puzzle.Kinds())
		}
		value.set("description", describe(t, f))
		properties.set(key, value)
	}
	o := &object{}
	o.set("type", "object")
	o.set("properties", properties)
	if len(needed) > 0 {
		o.set("required", needed)
	}
	o.set("additionalProperties", false)
	return o
}

// describe returns the sentence of a field, with the puzzles that take it.
func describe(t reflect.Type, f reflect.StructField) string {
	doc := f.Tag.Get("doc")
	if tree.IsInferred(f) {
		doc += " May be left out: it is inferred."
	}
	if t != reflect.TypeFor[casefile.Puzzle]() {
		return doc
	}
	var kinds []string
	for _, kind := range puzzle.KindsWithKey(tree.KeyOf(f)) {
		kinds = append(kinds, string(kind))
	}
	if len(kinds) > 0 {
		doc += " Only for: " + strings.Join(kinds, ", ") + "."
	}
	return doc
}
