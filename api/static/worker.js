"use strict";
// Registered only by "Simpan di HP ini": without signal it shows the plan that was kept.
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin) return;
  const here = event.request.mode === "navigate" || address.pathname.startsWith("/aset/");
  if (!here) return;
  event.respondWith(
    fetch(event.request).catch(async () => {
      const kept = await caches.open("kept-plan");
      const found = await kept.match(event.request, { ignoreSearch: event.request.mode === "navigate" });
      return found || (await kept.match("/tersimpan")) || Response.error();
    }),
  );
});
