// Before anything is painted: light or dark, as the reader chose or as the system has it.
(function () {
  "use strict";
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function chosen() {
    try {
      return window.localStorage.getItem("theme");
    } catch (refused) {
      return null;
    }
  }
  function apply() {
    var theme = chosen();
    var dark = theme === "dark" || (theme !== "light" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    window.dispatchEvent(new Event("themechange"));
  }
  system.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  window.addEventListener("themechosen", apply);
  apply();
})();
