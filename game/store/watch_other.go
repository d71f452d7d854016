//go:build !js

package store

// Watch does nothing on a desktop: what another window writes is found out at
// the next save.
func Watch(func(key string)) {}
