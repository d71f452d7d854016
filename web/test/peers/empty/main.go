// Empty is a Go program that does nothing: what the language alone weighs.
package main

func main() {}
