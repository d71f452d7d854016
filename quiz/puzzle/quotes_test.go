package puzzle

import "testing"

func TestAQuotationBeginsAtItsMark(t *testing.T) {
	for _, test := range []struct {
		text, words string
		want        bool
	}{
		{"He says: “It was us.”", "It was us", true},
		{"Er sagt: „Das waren wir.“", "Das waren wir", true},
		{"Dice: «Fuimos nosotros».", "Fuimos nosotros", true},
		{"It was us, he says. “It was us,” again.", "It was us", true},
		{"He says that it was us.", "it was us", false},
		{"“Yes, it was us.”", "it was us", false},
		{"‘It was us’", "It was us", false},
		{"“It was us.”", "It was them", false},
		{"", "x", false},
		{"text", "", true},
	} {
		if got := quotes(test.text, test.words); got != test.want {
			t.Errorf("%q quotes %q: %v, want %v", test.text, test.words, got, test.want)
		}
	}
}
