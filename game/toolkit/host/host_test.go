package host

import "testing"

func TestPixelsRoundLikeTheCanvas(t *testing.T) {
	for _, test := range []struct {
		view          View
		width, height int
	}{
		{View{Width: 390, Height: 844, Scale: 3}, 1170, 2532},
		{View{Width: 1366, Height: 768, Scale: 1.25}, 1708, 960}, // 1707.5 up
		{View{Width: 333, Height: 101, Scale: 1.1}, 366, 111},    // 366.3, 111.1 down
		{View{Width: 0, Height: 0, Scale: 1}, 1, 1},
	} {
		if w, h := test.view.Pixels(); w != test.width || h != test.height {
			t.Errorf("%+v is %d × %d device pixels, want %d × %d", test.view, w, h, test.width, test.height)
		}
	}
}
