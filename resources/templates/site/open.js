// Opens all sentences of a page at once, and closes them again. Without scripts the button is not there.
"use strict";

const button = document.getElementById("open-all");
const sentences = [...document.querySelectorAll("details.evidence")];

if (button !== null && sentences.length > 1) {
  const words = [button.textContent, button.dataset.close];
  let opened = false;
  button.hidden = false;
  button.addEventListener("click", () => {
    opened = !opened;
    button.textContent = words[Number(opened)];
    for (const sentence of sentences) {
      sentence.open = opened;
    }
  });
}
