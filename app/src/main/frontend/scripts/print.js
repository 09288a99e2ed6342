// A page made for paper: the button stands where a script can print; without one the browser's own menu prints.
const button = document.querySelector("[data-print]");

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
