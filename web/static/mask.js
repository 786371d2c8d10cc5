// Covers places that hold no text: drag with a mouse, or tap.  Text itself is covered without this file.
"use strict";

const TAP = 0.06;  // half the width and, in widths too, the height of what a tap covers
const LEAST = 0.01;  // of the page's width: a shorter drag is a tap
const within = (value) => Math.min(Math.max(value, 0), 1);
const label = document.documentElement.lang === "en" ? "Remove this bar" : "去掉这一块";

for (const form of document.querySelectorAll(".maskform")) {
  const sheet = form.querySelector(".drawable");
  const undo = form.querySelector("[data-undo]");
  let from = null;

  const at = (event) => {
    const box = sheet.getBoundingClientRect();
    return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
  };

  const cover = (left, top, right, bottom) => {
    const bar = document.createElement("button");
    bar.type = "button";
    bar.className = "drawn";
    bar.setAttribute("aria-label", label);
    Object.assign(bar.style, {
      left: `${100 * left}%`, top: `${100 * top}%`, width: `${100 * (right - left)}%`, height: `${100 * (bottom - top)}%`,
    });
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "area";
    field.value = [left, top, right, bottom].map((each) => each.toFixed(5)).join(",");
    bar.append(field);
    bar.addEventListener("click", () => { bar.remove(); undo.hidden = !form.querySelector(".drawn"); });
    sheet.append(bar);
    undo.hidden = false;
  };

  sheet.addEventListener("pointerdown", (event) => {
    from = event.button === 0 && event.target.tagName === "IMG" ? at(event) : null;
  });
  window.addEventListener("pointerup", (event) => {
    if (!from) return;
    const [[x0, y0], [x1, y1]] = [from, at(event)];
    from = null;
    if (Math.abs(x1 - x0) > LEAST && Math.abs(y1 - y0) > 0) {
      cover(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
      return;
    }
    const high = (TAP * sheet.clientWidth) / sheet.clientHeight / 2;
    cover(within(x1 - TAP), within(y1 - high), within(x1 + TAP), within(y1 + high));
  });
  window.addEventListener("pointercancel", () => { from = null; });  // the finger scrolls
  undo.addEventListener("click", () => {
    form.querySelectorAll(".drawn").forEach((each) => each.remove());
    undo.hidden = true;
  });
  undo.hidden = true;
}
