package code

// Forge makes a code of a packed session, whatever is in it, with checks that hold.
// Tests use it to see what a forger gets.
func Forge(caseID, packed string) Code { return Code{story: story(caseID), packed: packed} }
