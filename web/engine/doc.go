// Package engine prepares Ebitengine for the site: the same engine, of the same
// version, without what this game never runs. The engine carries a compiler for
// shaders and a template language to write eighteen of them, a build system to
// name a caller in a log, a remote protocol and an archive writer for its
// developers; together they are a third of what a player would download, and
// Go's linker can't drop them. Shaders are compiled here and not in every
// player's browser.
//
// It copies the packages that the program needs out of the module cache, edits
// the copies, and writes a go.mod that has the program built with them. Nothing
// is edited in the module cache, and only the site is built this way: on a
// desktop and in tests the engine is as its makers wrote it.
//
// An edit names what it takes away. If a new version of the engine no longer
// has it, Prepare fails and says so: look at edits.go then, and at what the
// engine does instead.
//
// Start reading at [Prepare].
package engine
