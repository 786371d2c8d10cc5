// Opens what a link points at, and what is to be printed.
"use strict";

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}

window.addEventListener("hashchange", reveal);
window.addEventListener("beforeprint", () => document.querySelectorAll(".printed").forEach((each) => { each.open = true; }));
document.getElementById("print").addEventListener("click", () => window.print());
reveal();

// A PDF or a pack takes a second or two: say so, since the browser does not.
const MAKING_MS = 4000;
const { making } = document.querySelector("[data-making]").dataset;
for (const link of document.querySelectorAll("[data-made]")) {
  link.addEventListener("click", () => {
    const words = link.textContent;
    if (words === making) return;
    link.textContent = making;
    setTimeout(() => { link.textContent = words; }, MAKING_MS);
  });
}
