//go:build !js

package store

// Watch does nothing on a desktop: the next save detects what another window
// wrote.
func Watch(func(key string)) {}
