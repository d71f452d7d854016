package words

import (
	"reflect"
	"strings"

	"holdtheline/quiz/edtf"
)

// Date says a date in the catalogue's language.
func (c *Catalogue) Date(d edtf.Date) string { return d.Human(c.Dates()) }

// Dates is how dates are said in the catalogue's language. Every field of
// [edtf.Locale] has a text under "date." and the field's name; lists stand in
// one text, separated by commas.
func (c *Catalogue) Dates() edtf.Locale {
	var l edtf.Locale
	fields := reflect.ValueOf(&l).Elem()
	for i := range fields.NumField() {
		text := c.Say("date." + fields.Type().Field(i).Name)
		field := fields.Field(i)
		if field.Kind() == reflect.String {
			field.SetString(text)
			continue
		}
		for j, part := range strings.Split(text, ",") {
			if j < field.Len() {
				field.Index(j).SetString(strings.TrimSpace(part))
			}
		}
	}
	return l
}
