// Package ui is the tree that everything a player meets is made from: pixels,
// hit areas, focus order, the accessible DOM mirror, the plain page and the
// tests' handles.
//
// A screen is a tree of [Node] values, rebuilt by a pure function whenever
// something changes. This package lays the tree out, wraps its text, and finds
// the node under the pointer and the next one in focus order. It never draws
// (package paint does) and never touches the browser (package mirror does).
//
// Start reading at [Node], then [Layout].
package ui
