// Starts a program the way Go's documentation shows.
const go = new Go();
WebAssembly.instantiateStreaming(fetch("main.wasm"), go.importObject)
	.then(({ instance }) => go.run(instance))
	.then(() => performance.mark("ended"));
