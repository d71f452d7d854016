package store

import (
	"errors"
	"fmt"
	"syscall/js"
	"unicode/utf8"
)

// prefix separates the program's keys from those of other pages of the same
// origin. The page's script uses it, too.
const prefix = "hold-the-line:"

// Open returns the browser's store. It always returns a store: on an error, one
// that saves nothing and returns the same error.
func Open() (Store, error) {
	// Reading the property throws where storage is forbidden, and only what a
	// call throws can be caught here.
	storage, err := try(js.Global().Get("Reflect"), "get", js.Global(), "localStorage")
	if err == nil && !storage.Truthy() {
		err = ErrForbidden
	}
	if err != nil {
		return missing{err}, err
	}
	return local{storage}, nil
}

type local struct{ storage js.Value }

func (l local) Load(key string) ([]byte, error) {
	value, err := try(l.storage, "getItem", prefix+key)
	if err != nil {
		return nil, err
	}
	if value.IsNull() {
		return nil, ErrAbsent
	}
	return []byte(value.String()), nil
}

// Save is atomic: the browser keeps the old value when there is no room for
// the new one.
func (l local) Save(key string, data []byte) error {
	if !utf8.Valid(data) {
		return ErrNotText
	}
	_, err := try(l.storage, "setItem", prefix+key, string(data))
	return err
}

func (l local) Archive(key string) error {
	value, err := try(l.storage, "getItem", prefix+key)
	if err != nil {
		return err
	}
	if value.IsNull() {
		return ErrAbsent
	}
	name := prefix + key
	for n := mostAside; n > 1; n-- {
		if err := l.move(archiveName(name, n-1), archiveName(name, n)); err != nil {
			return err
		}
	}
	return l.move(name, archiveName(name, 1))
}

// move renames a value, if there is one. Removing it first needs no extra room;
// if the new name is refused, the old one is restored.
func (l local) move(from, to string) error {
	value, err := try(l.storage, "getItem", from)
	if err != nil || value.IsNull() {
		return err
	}
	if _, err := try(l.storage, "removeItem", from); err != nil {
		return err
	}
	if _, err := try(l.storage, "setItem", to, value); err != nil {
		_, back := try(l.storage, "setItem", from, value)
		return errors.Join(err, back)
	}
	return nil
}

// try calls a method; what it throws is returned as an error worded for the
// player.
func try(object js.Value, method string, args ...any) (result js.Value, err error) {
	defer func() {
		switch thrown := recover().(type) {
		case nil:
		case js.Error:
			reason := ErrForbidden
			switch thrown.Get("name").String() {
			case "QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED":
				reason = ErrFull
			}
			err = fmt.Errorf("%w: %s", reason, thrown.Get("message").String())
		default:
			panic(thrown)
		}
	}()
	return object.Call(method, args...), nil
}
