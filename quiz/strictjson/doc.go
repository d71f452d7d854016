// Package strictjson finds the keys that encoding/json lets pass: a key that
// occurs twice in an object, where the last would win, and one that differs in
// case, such as "Is" for "is". It decodes nothing itself.
//
// Start reading at [Keys].
package strictjson
