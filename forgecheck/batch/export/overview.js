"use strict";
const rows = [...document.querySelectorAll("tbody tr")];
const words = document.querySelector("#words"), label = document.querySelector("#label"), kind = document.querySelector("#kind");
const count = document.querySelector("#count"), head = document.querySelector("thead");
const texts = rows.map(row => row.textContent.toLowerCase());
function filter() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  rows.forEach((row, at) => {
    const fits = (!label.value || row.dataset.label === label.value) && (!kind.value || row.dataset.kind === kind.value)
      && wanted.every(word => texts[at].includes(word));
    row.hidden = !fits;
    shown += fits;
  });
  count.textContent = shown;
}
function sort(button) {
  const column = button.closest("th").cellIndex, down = button.dataset.down !== "1";
  const value = row => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const order = new Intl.Collator("zh", {numeric: true}).compare;
  rows.map((row, at) => [value(row), at, row])
    .sort((one, two) => (down ? -1 : 1) * order(one[0], two[0]) || one[1] - two[1])
    .forEach(each => each[2].parentNode.append(each[2]));
  head.querySelectorAll("button").forEach(each => { each.dataset.down = ""; });
  button.dataset.down = down ? "1" : "0";
}
[words, label, kind].forEach(each => each.addEventListener("input", filter));
head.addEventListener("click", event => { const button = event.target.closest("button"); if (button) sort(button); });
document.querySelectorAll("img").forEach(each => each.addEventListener("error", () => each.remove()));
document.querySelector("form").hidden = false;
filter();
