// Command program does nothing; the site's tests build it in the game's place.
package main

func main() {}
