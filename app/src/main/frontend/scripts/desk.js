// The desk by keyboard: rows, choosing, opening. An addition; every act has its link or button, and single keys can be turned off.
const form = document.querySelector("[data-rows]");
const rows = form ? [...form.querySelectorAll("[data-row]")] : [];
let at = -1;

function stand(next) {
  if (rows.length === 0) {
    return;
  }
  at = Math.max(0, Math.min(rows.length - 1, next));
  rows[at].querySelector("[data-open]").focus();
}

const acts = {
  j: () => stand(at + 1),
  k: () => stand(at - 1),
  o: () => rows[at]?.querySelector("[data-open]").click(),
  x: () => rows[at]?.querySelector("input[type=checkbox]").click(),
  a: () => {
    const boxes = rows.map((row) => row.querySelector("input[type=checkbox]"));
    const all = boxes.every((box) => box.checked);
    boxes.forEach((box) => (box.checked = !all));
  },
  n: () => document.querySelector("[data-next] button")?.click(),
  "[": () => document.querySelector("a[rel=prev]")?.click(),
  "]": () => document.querySelector("a[rel=next]")?.click(),
  "?": () => document.querySelector("[data-help]")?.click(),
};

const wanted = form ? form.dataset.shortcuts === "on" : !document.cookie.includes("hd-shortcuts=off");

if (wanted) {
  form?.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    at = row ? rows.indexOf(row) : at;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) {
      return;
    }
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
