// Better than the plain form: preview, paste and drop, progress, cancel.  Without this file the form works as it is.
"use strict";

const form = document.getElementById("upload");
const words = document.getElementById("words").dataset;
const find = (id) => document.getElementById(id);
const limit = Number(form.dataset.limit) * 1e6;
const lang = document.documentElement.lang === "en" ? "en" : "zh";
let chosen = null;
let sending = null;

function complain(text) {
  find("problem").textContent = text;
  find("problem").hidden = !text;
}

function choose(file) {
  if (!file || sending) return;
  complain(file.size > limit ? words.large : "");
  if (file.size > limit) return;
  chosen = file;
  const shown = find("shown");
  if (shown.src) URL.revokeObjectURL(shown.src);
  shown.hidden = !file.type.startsWith("image/");
  if (shown.hidden) shown.removeAttribute("src");
  else shown.src = URL.createObjectURL(file);
  find("named").textContent = shown.hidden ? `${words.document} ${file.name}` : "";
  find("preview").hidden = false;
  form.classList.add("chosen");
  find("go").focus();
}

function again() {
  chosen = null;
  find("preview").hidden = true;
  form.classList.remove("chosen", "busy");
  find("file").value = find("camera").value = "";
  find("file").focus();
}

function rest() {
  sending = null;
  form.classList.remove("busy");
  find("progress").hidden = true;
}

function send() {
  complain(chosen ? "" : words.none);
  if (!chosen || sending) return;
  const body = new FormData();
  body.append("file", chosen, chosen.name || "picture");
  const request = new XMLHttpRequest();
  sending = request;
  form.classList.add("busy");
  find("progress").hidden = false;
  find("bar").value = 0;
  find("said").textContent = `${words.uploading}…`;
  find("cancel").focus();
  request.upload.onprogress = (event) => {
    find("bar").value = event.loaded / event.total;
  };
  request.upload.onload = () => {
    find("bar").value = 1;
    find("said").textContent = `${words.received}…`;
  };
  request.onload = () => {
    const place = request.getResponseHeader("Location");
    if (request.status < 300 && place) {
      location.assign(place.replace("/v1/", "/") + (lang === "en" ? "?lang=en" : ""));
      return;
    }
    rest();
    let problem = {};
    try { problem = JSON.parse(request.responseText); } catch { /* a proxy's own page */ }
    complain(problem.message ? problem.message[lang] : request.status === 413 ? words.large : words.offline);
    find("problem").scrollIntoView({ block: "center" });
  };
  request.onerror = () => { rest(); complain(words.offline); };
  request.onabort = rest;
  request.open("POST", "/v1/checks");
  request.setRequestHeader("Prefer", "respond-async");
  request.setRequestHeader("Accept", "application/json, application/problem+json");
  request.send(body);
}

for (const id of ["file", "camera"]) find(id).addEventListener("change", (event) => choose(event.target.files[0]));
find("other").addEventListener("click", again);
find("cancel").addEventListener("click", () => sending && sending.abort());
form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
document.addEventListener("paste", (event) => choose(event.clipboardData.files[0]));
document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
document.addEventListener("dragleave", () => form.classList.remove("over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  choose(event.dataTransfer.files[0]);
});
// Back from the result: the form as it was at first, not as it was left.
window.addEventListener("pageshow", (event) => { if (event.persisted) { rest(); again(); } });
