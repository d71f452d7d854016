package live

import "errors"

// Final marks an error that no newer state of the class would change: what returned it
// isn't called again.
func Final(err error) error { return final{err} }

type final struct{ error }

func (f final) Unwrap() error { return f.error }

func isFinal(err error) bool {
	var f final
	return errors.As(err, &f)
}
