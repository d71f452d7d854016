// Package casetest loads a small invented case that has every kind of puzzle and
// every key, for tests.
//
// Start reading at [LostCat].
package casetest
