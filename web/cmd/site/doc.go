// Command site builds the game's web site: a folder of static files that any
// server can serve below any path. Files with a hash of their content in their
// name never change. A file that shrinks has copies in brotli and gzip beside it.
// Two builds of the same source are identical.
//
//	go run ./web/cmd/site                         # into web/dist, for publishing
//	go run ./web/cmd/site -quick -out build/play  # compressed lightly, for local use
//	go run ./web/cmd/site -retire                 # removes the copies on devices
//	go run ./web/cmd/site -scorm                  # packages for learning platforms
//	go run ./web/cmd/site -weigh                  # measures what each removal from the engine saves
//
// Run it in the project's root folder. Start reading at build.
package main
