// Empty is a Go program that does nothing: the size of the language alone.
package main

func main() {}
