// Measures a page from outside: a script that runs before the page's own counts
// frames and draws, times them, and keeps a reference to the program's memory. It
// works the same way for every program on the engine.

function watch() {
	const bench = { frames: 0, drawn: 0, times: [], firstDraw: 0, firstShown: 0, memory: null, gamepads: 0 };
	window.bench = bench;

	const nextFrame = window.requestAnimationFrame.bind(window);
	let draws = false;
	window.requestAnimationFrame = (callback) => nextFrame((now) => {
		draws = false;
		const start = performance.now();
		callback(now); // all of the program's frame: Go returns when it is done
		bench.frames++;
		if (draws) {
			bench.drawn++;
			bench.times.push(performance.now() - start);
		}
	});

	const gl = window.WebGL2RenderingContext?.prototype;
	for (const name of gl ? ["drawElements", "drawArrays"] : []) {
		const draw = gl[name];
		gl[name] = function drawWatched(...args) {
			draws = true;
			if (bench.firstDraw === 0) {
				bench.firstDraw = -1;
				nextFrame(() => {
					bench.firstDraw = performance.now();
					// The browser calls this only after it has presented that frame.
					nextFrame(() => { bench.firstShown = performance.now(); });
				});
			}
			return draw.apply(this, args);
		};
	}

	const gamepads = Navigator.prototype.getGamepads;
	Navigator.prototype.getGamepads = function getGamepadsWatched() {
		bench.gamepads++;
		return gamepads.call(this);
	};

	for (const name of ["instantiate", "instantiateStreaming"]) {
		const make = WebAssembly[name];
		WebAssembly[name] = async (...args) => {
			const made = await make.apply(WebAssembly, args);
			bench.memory = (made.instance ?? made).exports.mem ?? null;
			return made;
		};
	}
}

// probe measures a page from its next load on.
export function probe(page) {
	return page.evaluateOnNewDocument(watch);
}
