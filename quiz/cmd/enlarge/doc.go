// Command enlarge writes a case that is many times as large as another, for tests:
//
//	go run ./quiz/cmd/enlarge -times 10 assets/cases/the-call/case.yaml > large.yaml
package main
