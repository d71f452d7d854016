// Package cases holds the cases as data: one folder each, with the case as an
// author writes it (case.yaml), the same compiled (case.json), and a README
// that says what it rests on. It has no code of its own.
//
// Its tests hold that case.json is what case.yaml compiles to, and keep a
// promise to the publishers whose articles the cases tell of: none of their
// sentences is carried over. Start reading there, at
// TestNoArticleSentenceIsCarriedOver.
package cases
