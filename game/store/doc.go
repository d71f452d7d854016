// Package store is a persistent key-value store for the player's progress and
// settings: files in the user's configuration folder on a desktop, localStorage
// in a browser. It knows nothing of what the values mean.
//
// It never deletes a broken value: the caller archives it with
// [Store.Archive]. It never panics: storage that is full, forbidden or missing
// is an error, and the game goes on without saving.
//
// Start reading at [Store].
package store
