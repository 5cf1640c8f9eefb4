// Before the first paint, so that nothing flashes: theme and type size as they were chosen.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem('liaison.theme');
    var size = localStorage.getItem('liaison.size');
    if (theme) { root.setAttribute('data-theme', theme); }
    if (size) { root.setAttribute('data-size', size); }
  } catch (blocked) { /* a page without storage has the usual looks */ }
})();
