package host

import "net/url"

// fragmentOf writes pairs of a key and its value as a fragment. Pairs with an empty
// value are left out.
func fragmentOf(pairs []string) string {
	text := ""
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			continue
		}
		if text != "" {
			text += "&"
		}
		text += url.QueryEscape(pairs[i]) + "=" + url.QueryEscape(pairs[i+1])
	}
	return text
}
