// Package names has the pseudonyms of a class: two words, an adjective and an animal,
// in each language of the interface. Pupils never type a name, so that no real one
// and no insult can be in a class.
//
// The lists, a file for each language, hold only words that no pair of which mocks
// anybody: no colours of skin, sizes or tempers, no animals that serve as insults or
// as slang for people. The German and Spanish animals are all masculine, so that each
// adjective fits each animal; in Spanish it follows it.
//
// Start reading at [New].
package names
