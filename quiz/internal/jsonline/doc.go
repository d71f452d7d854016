// Package jsonline writes and reads one line of a log in JSON Lines.
package jsonline
