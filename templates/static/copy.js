// Buttons that copy a text of the page. They are hidden until this runs: without it the text can be selected.
"use strict";

const status = document.getElementById("copied");

async function copy(element) {
	try {
		await navigator.clipboard.writeText(element.textContent);
		return true;
	} catch {
		// Pages that come without encryption have no clipboard, some browsers not from disk either.
		element.closest("details")?.setAttribute("open", "");
		getSelection().selectAllChildren(element);
		return document.execCommand("copy");
	}
}

for (const button of document.querySelectorAll("button[data-copy]")) {
	const label = button.firstChild.data;
	button.hidden = false;
	button.addEventListener("click", async () => {
		const done = await copy(document.getElementById(button.dataset.copy));
		const { copied, selected, read } = status.dataset;
		button.firstChild.data = done ? copied : selected;
		status.textContent = done ? copied : read;
		setTimeout(() => { button.firstChild.data = label; status.textContent = ""; }, 2000);
	});
}
