package casefile

import "reflect"

// Copy returns a copy of a case that shares no list and no table with it. Only the files
// of pictures are shared: nothing changes one.
func (c *Case) Copy() *Case {
	out := *c
	detach(reflect.ValueOf(&out).Elem())
	return &out
}

// detach replaces every list and table within a value by a copy.
func detach(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				detach(v.Field(i))
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		v.Set(list)
		for i := range v.Len() {
			detach(v.Index(i))
		}
	case reflect.Map: // of plain values
		if v.IsNil() {
			return
		}
		table := reflect.MakeMap(v.Type())
		for _, key := range v.MapKeys() {
			table.SetMapIndex(key, v.MapIndex(key))
		}
		v.Set(table)
	}
}
