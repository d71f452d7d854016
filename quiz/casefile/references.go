package casefile

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/edtf"
)

// RefKind is what a reference can name.
type RefKind string

// The kinds of reference. One to a paragraph is written source#paragraph.
const (
	RefSource    RefKind = "source"
	RefParagraph RefKind = "paragraph"
	RefEvent     RefKind = "event"
	RefClaim     RefKind = "claim"
	RefPoint     RefKind = "point"
	RefPerson    RefKind = "person"
)

// A Reference is a value in a case that names other parts of it.
type Reference struct {
	Path  string    // of the value, such as events[3].because
	Names []string  // what is named there
	List  bool      // the value is a list
	Kinds []RefKind // what it may name

	one *string // the value, if it is no list
}

// ToSources reports whether the value names sources, or paragraphs of them.
func (r Reference) ToSources() bool {
	return slices.Contains(r.Kinds, RefSource) || slices.Contains(r.Kinds, RefParagraph)
}

// A DateAt is a date in a case.
type DateAt struct {
	Path string
	Date edtf.Date
}

// Dates returns every date in a case, in the order of the format.
func Dates(c *Case) []DateAt {
	var found []DateAt
	collectDates(reflect.ValueOf(c).Elem(), "", &found)
	return found
}

func collectDates(v reflect.Value, path string, found *[]DateAt) {
	if d, ok := v.Interface().(edtf.Date); ok {
		if !d.IsZero() {
			*found = append(*found, DateAt{path, d})
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i, f := range tree.Fields(v.Type()) {
			if f.IsExported() {
				collectDates(v.Field(i), strings.TrimPrefix(path+"."+f.Key, "."), found)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			collectDates(v.Index(i), fmt.Sprintf("%s[%d]", path, i), found)
		}
	}
}

// Replace names something else at a place of the names, in the case as well.
func (r Reference) Replace(i int, name string) {
	r.Names[i] = name // of a list, the case's own
	if r.one != nil {
		*r.one = name
	}
}

// References returns every reference in a case, in the order of the format: the
// values of the fields with a ref tag.
func References(c *Case) []Reference {
	var found []Reference
	collectReferences(reflect.ValueOf(c).Elem(), "", &found)
	return found
}

func collectReferences(v reflect.Value, path string, found *[]Reference) {
	switch v.Kind() {
	case reflect.Struct:
		for i, f := range tree.Fields(v.Type()) {
			if !f.IsExported() {
				continue
			}
			at := strings.TrimPrefix(path+"."+f.Key, ".")
			kinds, isRef := f.Tag.Lookup("ref")
			if !isRef {
				collectReferences(v.Field(i), at, found)
				continue
			}
			ref := Reference{Path: at}
			for kind := range strings.SplitSeq(kinds, ",") {
				ref.Kinds = append(ref.Kinds, RefKind(kind))
			}
			switch names := v.Field(i).Interface().(type) {
			case string:
				if names != "" {
					ref.Names, ref.one = []string{names}, v.Field(i).Addr().Interface().(*string)
				}
			case []string:
				ref.Names, ref.List = names, true
			}
			*found = append(*found, ref)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collectReferences(v.Index(i), fmt.Sprintf("%s[%d]", path, i), found)
		}
	}
}
