// Package accessibility holds what the project says about who can use the game:
// how each success criterion of WCAG 2.2 is met, where that is tested and what is
// missing (criteria.yaml), and what axe leaves open, with the reason why that is
// right (incomplete.json, which the browser tests read too). The site build makes
// the accessibility statement from it.
//
// It tests no screen itself: the tests that it names do. Its own tests check that
// no criterion and no test that it names is missing.
//
// Start reading at [Statement].
package accessibility
