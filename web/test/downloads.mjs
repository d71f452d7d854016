// collect has the page collect the files that it saves, as window.handedOut, instead of
// downloading them.
export const collect = (tab) => tab.evaluateOnNewDocument(() => {
	window.handedOut = [];
	const blobs = new Map();
	const create = URL.createObjectURL;
	URL.createObjectURL = (blob) => {
		const address = create.call(URL, blob);
		blobs.set(address, blob);
		return address;
	};
	HTMLAnchorElement.prototype.click = function () {
		blobs.get(this.href).text().then((text) => window.handedOut.push({ name: this.download, text }));
	};
});
