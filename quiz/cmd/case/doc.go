// Command case checks and builds case files, marks answers and reports on saved
// sessions.
//
// Every subcommand is a function of its arguments and two output streams. It
// returns the exit code: 0 for success, 1 for a problem in the input, 2 for wrong
// usage. Only new and build -w write files; all else goes to those streams.
//
// Start reading at run.
package main
