// Buttons that copy a text of the page. They are hidden until this runs: without it the text can be selected.
"use strict";

const status = document.getElementById("copied");

function select(element) {
  element.closest("details")?.setAttribute("open", "");
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // Pages that come without encryption have no clipboard, some browsers not from disk either.
    select(element);
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const label = button.firstChild.data;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(document.getElementById(button.dataset.copy));
    button.firstChild.data = done ? "Copied" : "Selected: press Ctrl+C";
    status.textContent = done ? "Copied" : "The text is selected: press Ctrl+C";
    setTimeout(() => { button.firstChild.data = label; status.textContent = ""; }, 2000);
  });
}
