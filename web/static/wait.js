// Says in words which stage runs, and shows the result as soon as it is there.
"use strict";

const wait = document.getElementById("wait");
const words = document.getElementById("words").dataset;
const said = document.getElementById("said");
const stages = [...wait.querySelectorAll("[data-stage]")];
const POLL_MS = 400;
let pause = POLL_MS;

function tell(text) {
  if (said.textContent !== text) said.textContent = text;  // so that a screen reader hears each once
}

function show(state) {
  const at = stages.findIndex((each) => each.dataset.stage === state);
  stages.forEach((each, index) => {
    each.className = index < at ? "past" : index === at ? "now" : "";
    if (index === at) each.setAttribute("aria-current", "step");
    else each.removeAttribute("aria-current");
  });
}

async function ask() {
  try {
    const answer = await fetch(wait.dataset.check, { headers: { Accept: "application/json, application/problem+json" } });
    if (answer.status !== 202) {
      location.reload();
      return;
    }
    const { state, ahead } = await answer.json();
    const queue = ahead ? words.ahead.replace("{}", ahead) : "";
    tell(words[state].replace("…", `${queue}…`));
    show(state);
    pause = POLL_MS;
  } catch {
    tell(words.offline);
    pause = Math.min(2 * pause, 5000);
  }
  setTimeout(ask, pause);
}

setTimeout(ask, 100);
