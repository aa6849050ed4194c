"use strict";
// Everything works without this file; it only saves some steps.
(() => {
  const all = (what) => document.querySelectorAll(what);
  const KEPT = "kept-plan";
  const PLACE = "/tersimpan/rencana";

  const wrong = document.querySelector("[data-focus]");
  if (wrong) wrong.focus();
  all("[data-no-script]").forEach((one) => { one.hidden = true; });

  // Leave quickly: the page does not stay in the history.
  all("[data-leave]").forEach((one) => one.addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(one.href);
  }));

  all("[data-print]").forEach((one) => {
    one.hidden = false;
    one.addEventListener("click", () => print());
  });

  all("[data-copy]").forEach((one) => {
    if (!navigator.clipboard) return;
    one.hidden = false;
    one.querySelector("button").addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById("text").value);
      const said = one.querySelector("[data-said]");
      said.textContent = said.dataset.said;
    });
  });

  // A plan from the fragment of the address, which no server has seen.
  all("[data-open]").forEach((form) => {
    if (location.hash.length < 2) return;
    form.hidden = false;
    form.elements.packed.value = location.hash.slice(1);
    history.replaceState(null, "", location.pathname + location.search);
  });

  // What is open on screen is not forgotten on paper.
  addEventListener("beforeprint", () => all(".step details").forEach((one) => { one.open = true; }));

  if (!("caches" in self) || !("serviceWorker" in navigator)) return;

  all("[data-keep]").forEach((one) => {
    one.hidden = false;
    const note = document.querySelector("[data-keep-note]");
    note.hidden = false;
    one.querySelector("button").addEventListener("click", async () => {
      const answer = await fetch(one.dataset.keep, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      await navigator.serviceWorker.register("/pekerja.js");
      const kept = await caches.open(KEPT);
      await kept.put(PLACE, answer);
      const page = await fetch("/tersimpan");
      await kept.put("/tersimpan", page.clone());
      const sheets = [...all("link[rel=stylesheet], script[src]")].map((e) => e.href || e.src);
      await kept.addAll(sheets);
      location.assign("/tersimpan");
    });
  });

  all("[data-kept]").forEach(async (one) => {
    const kept = await caches.open(KEPT);
    const answer = await kept.match(PLACE);
    if (!answer) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sheet = page.querySelector(".sheet");
    sheet.querySelector("h1").outerHTML = `<h2>${sheet.querySelector("h1").innerHTML}</h2>`;
    one.querySelector("[data-plan]").append(document.adoptNode(sheet));
    one.hidden = false;
    document.querySelector("[data-empty]").hidden = true;
    one.querySelector("[data-forget]").addEventListener("click", async () => {
      await caches.delete(KEPT);
      const worker = await navigator.serviceWorker.getRegistration();
      if (worker) await worker.unregister();
      location.reload();
    });
  });
})();
