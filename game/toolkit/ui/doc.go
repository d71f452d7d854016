// Package ui is the one tree from which everything a player meets is made: the
// pixels, the hit areas, the focus order, the accessible DOM mirror, the plain
// page and the handles of the tests.
//
// A screen is a tree of [Node] values, built anew by a pure function whenever
// something changes. This package lays the tree out, wraps its text, finds what
// lies under a pointer and which node is next in focus order. It never draws
// (package paint does) and never touches the browser (package mirror does).
//
// Start reading at [Node], then [Layout].
package ui
