package content

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"holdtheline/quiz/edtf"
)

// literal writes a value as a Go expression of its type. A struct's zero
// fields are left out.
func literal(to *bytes.Buffer, v reflect.Value) error {
	if date, ok := v.Interface().(edtf.Date); ok {
		fmt.Fprintf(to, "edtf.MustParse(%q)", date)
		return nil
	}
	switch v.Kind() {
	case reflect.Bool, reflect.Int, reflect.Float64:
		fmt.Fprintf(to, "%v", v)
	case reflect.String:
		fmt.Fprintf(to, "%q", v.String())
	case reflect.Pointer:
		to.WriteByte('&')
		return literal(to, v.Elem())
	case reflect.Struct:
		return elements(to, v, v.NumField(), func(i int) (string, reflect.Value) {
			return v.Type().Field(i).Name, v.Field(i)
		})
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 { // a file
			fmt.Fprintf(to, "%s(%q)", v.Type(), v.Bytes())
			return nil
		}
		return elements(to, v, v.Len(), func(i int) (string, reflect.Value) { return "", v.Index(i) })
	case reflect.Map:
		// In a fixed order: two builds must be identical.
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		return elements(to, v, len(keys), func(i int) (string, reflect.Value) {
			return fmt.Sprintf("%q", keys[i].String()), v.MapIndex(keys[i])
		})
	default:
		return fmt.Errorf("a case has a %s, which has no literal in web/content", v.Type())
	}
	return nil
}

// elements writes a composite literal of n elements, each with its name, if it has
// one, and its value.
func elements(to *bytes.Buffer, v reflect.Value, n int, element func(i int) (string, reflect.Value)) error {
	fmt.Fprintf(to, "%s{\n", v.Type())
	for i := range n {
		name, value := element(i)
		if v.Kind() == reflect.Struct && value.IsZero() {
			continue
		}
		if name != "" {
			fmt.Fprintf(to, "%s: ", name)
		}
		if err := literal(to, value); err != nil {
			return err
		}
		to.WriteString(",\n")
	}
	to.WriteByte('}')
	return nil
}
