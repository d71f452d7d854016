// Command classcheck holds a class server against its HTTP calls: what each answers,
// what it refuses, and that nothing is lost. It opens classes of its own and deletes
// them.
//
//	go run ./web/cmd/classcheck                        # http://localhost:8080
//	go run ./web/cmd/classcheck https://class.example
//
// It ends with an error if a check fails.
package main
