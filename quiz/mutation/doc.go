// Package mutation is mutation testing for cases: it changes a case in one place
// at a time, as an author's slip would, and counts how many changes the checks
// catch.
//
// A change that passes shows an answer that no check holds. Nothing is left out
// of the count: a change that affects no answer counts too. The case itself is
// never left changed.
//
// Start reading at [Run]; the changes are in changes.go.
package mutation
