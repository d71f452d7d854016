//go:build !js

package host

// Fragment returns nothing: a window has no address.
func Fragment() map[string]string { return nil }

// SetFragment does nothing: a window has no address.
func SetFragment(...string) error { return nil }

// OnFragment never calls changed: a window has no address.
func OnFragment(func()) error { return nil }
