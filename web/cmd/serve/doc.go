// Command serve serves a built site: content types, compressed copies, caching and
// security headers. It lists no folder and never leaves the one it was given.
//
//	go run ./web/cmd/serve              # web/dist on http://localhost:8080/
//	PORT=8081 go run ./web/cmd/serve
//	go run ./web/cmd/serve -addr :80    # for other machines too
//	go run ./web/cmd/serve -addr :80 -class build/class  # and classes can play
//	go run ./web/cmd/serve -dir build/play -preview case.yaml  # for an author
//
// With -class or -nats it is a class server too; see web/class. Then it writes no
// addresses of clients anywhere.
//
// Start reading at Handler.
package main
