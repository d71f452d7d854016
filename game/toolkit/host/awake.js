// Keeps the screen on, for programs that are looked at for long without being touched.
// It comes after host.js.
"use strict";

(() => {
	const host = window.toolkitHost;
	let wanted = false;
	let lock = null; // a promise of the lock, or null

	const ask = () => {
		if (!wanted || lock || document.visibilityState !== "visible") {
			return;
		}
		lock = navigator.wakeLock.request("screen").then((held) => {
			held.addEventListener("release", () => {
				lock = null; // the browser takes it away when the page is hidden
			});
			if (!wanted) {
				void held.release();
			}
			return held;
		}).catch(() => {
			lock = null; // a low battery, say: the next time the page is shown it may be given
		});
	};

	// Asks for the screen to stay on, or lets it go. Where the browser can't, nothing
	// happens.
	host.keepAwake = (on) => {
		wanted = on;
		if (!navigator.wakeLock) {
			return;
		}
		if (on) {
			ask();
		} else {
			void lock?.then((held) => held?.release());
		}
	};

	document.addEventListener("visibilitychange", ask);
})();
