/* What Material's previews of links lack for some readers: a name that screen readers can tell, and a key that
   takes away what covers the text. Without script, and from a folder of files, links are plain links. */

"use strict";

(() => {
  const previews = ".md-tooltip2[role=dialog]";

  new MutationObserver((changes) => {
    for (const added of changes.flatMap((change) => [...change.addedNodes]))
      if (added.matches?.(previews)) added.setAttribute("aria-label", "Preview");
  }).observe(document.body, { childList: true });

  /* A preview that is asked for again is a new one. */
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const shown of document.querySelectorAll(previews)) shown.hidden = true;
  });
})();
