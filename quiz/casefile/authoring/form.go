package authoring

import (
	"encoding"
	"reflect"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/puzzle"
)

// A Field is what a form asks for at one key of a case.
type Field struct {
	Key  string    `json:"key"`
	Type FieldType `json:"type"`
	// To is what a reference names, such as "paragraph" or "source,paragraph" for either.
	To string `json:"to,omitempty"`
	// Kinds are the kinds of puzzle that take the key; none stands for all.
	Kinds    []puzzle.Kind `json:"kinds,omitempty"`
	Optional bool          `json:"optional,omitempty"`
	Fields   []Field       `json:"fields,omitempty"` // of each item of a list
}

// A FieldType is how a form asks.
type FieldType string

// The types of fields.
const (
	TextField       FieldType = "text"
	ChoiceField     FieldType = "choice" // one of the words of the format
	FlagField       FieldType = "flag"
	DateField       FieldType = "date"
	DatesField      FieldType = "dates"
	ReferenceField  FieldType = "ref"
	ReferencesField FieldType = "refs"
	ListField       FieldType = "list"
)

// PuzzleFields returns the fields of the keys that some kinds of puzzle take and others
// don't, in the order of the format.
func PuzzleFields() []Field {
	return slices.DeleteFunc(fieldsOf(reflect.TypeFor[casefile.Puzzle]()), func(f Field) bool { return len(f.Kinds) == 0 })
}

// fieldsOf returns the fields of a struct.
func fieldsOf(t reflect.Type) []Field {
	var fields []Field
	for i := range t.NumField() {
		f := t.Field(i)
		required, _ := tree.RulesOf(f)
		field := Field{Key: tree.KeyOf(f), To: f.Tag.Get("ref"), Optional: !required}
		if t == reflect.TypeFor[casefile.Puzzle]() {
			field.Kinds = puzzle.KindsWithKey(field.Key)
		}
		one, list := f.Type, f.Type.Kind() == reflect.Slice
		if list {
			one = one.Elem()
		}
		_, isChoice := reflect.Zero(one).Interface().(tree.Enum)
		isDate := reflect.PointerTo(one).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
		switch {
		case field.To != "" && list:
			field.Type = ReferencesField
		case field.To != "":
			field.Type = ReferenceField
		case isDate && list:
			field.Type = DatesField
		case isDate:
			field.Type = DateField
		case isChoice:
			field.Type = ChoiceField
		case list && one.Kind() == reflect.Struct:
			field.Type, field.Fields = ListField, fieldsOf(one)
		case one.Kind() == reflect.Bool:
			field.Type = FlagField
		default:
			field.Type = TextField
		}
		fields = append(fields, field)
	}
	return fields
}
