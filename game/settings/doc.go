// Package settings is how somebody wants the programs to look, sound and be used.
// They belong to the person and not to a game, so they are kept apart from the
// sessions, and all programs of a site share them.
package settings
