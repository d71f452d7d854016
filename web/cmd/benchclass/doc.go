// Command benchclass measures the class server on this machine, with real parts: the
// store on the disk, synced at every write, HTTP over loopback, and the load from the
// same process, so its cost is included.
//
//	go run ./web/cmd/benchclass                   # some minutes
//	go run ./web/cmd/benchclass -classes 100 -for 10s
//
// It prints a table whose first rows are ratios. Numbers differ from machine to
// machine, above all with the disk; ratios should not.
//
// Start reading at measure.
package main
