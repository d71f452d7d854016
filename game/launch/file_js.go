package launch

func isFile(address string) bool { return isAddress(address) }
