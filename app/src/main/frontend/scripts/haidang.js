// Everything here is an addition: each page works without it.

const root = document.documentElement;

// The error summary takes the focus, so that a screen reader begins with what is wrong.
document.querySelector("[data-error-summary]")?.focus();

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method !== "post" || event.submitter?.formTarget) {
    return;
  }
  form.dataset.sent = "yes";
  const button = event.submitter;
  const words = button?.dataset.once;
  if (words) {
    button.dataset.label = button.textContent;
    button.textContent = words;
    button.setAttribute("aria-disabled", "true");
  }
});

// Coming back with the back button must find the form usable again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[data-label]")) {
      button.textContent = button.dataset.label;
      button.removeAttribute("aria-disabled");
    }
  }
});

// What was chosen for upload, with sizes, before a slow line carries it.
const sizes = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 });

function size(bytes) {
  return bytes < 1_000_000 ? `${sizes.format(Math.ceil(bytes / 1000))} KB` : `${sizes.format(bytes / 1_000_000)} MB`;
}

for (const input of document.querySelectorAll("[data-file-preview]")) {
  const list = document.createElement("ul");
  list.className = "hd-file-list";
  list.setAttribute("aria-live", "polite");
  input.after(list);
  input.addEventListener("change", () => {
    const limit = Number(input.dataset.limit ?? Infinity);
    list.replaceChildren(
      ...[...input.files].map((file) => {
        const item = document.createElement("li");
        const tooLarge = file.size > limit;
        item.textContent = `${input.dataset.chosen}: ${file.name} – ${size(file.size)}`;
        if (tooLarge) {
          item.className = "is-too-large";
          item.textContent += ` – ${input.dataset.tooLarge}`;
        }
        return item;
      }),
    );
  });
}

// "/" leads to the search, as people who live on a keyboard expect.
document.addEventListener("keydown", (event) => {
  // Single keys can be turned off, this one with the others.
  if (document.cookie.includes("hd-shortcuts=off") || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.target.closest("input, textarea, select, [contenteditable]")) {
    return;
  }
  const search = document.querySelector("input[type=search]");
  if (search) {
    event.preventDefault();
    search.focus();
  }
});

// Where there is room, what is folded on a phone stands open.
for (const fold of document.querySelectorAll("[data-wide]")) {
  fold.open ||= window.matchMedia("(width >= 48em)").matches;
}

// A wide picture begins where the case stands, at the latest when it is unfolded.
function begin(part) {
  for (const here of part.querySelectorAll(".hd-flow__node--here")) {
    const frame = here.closest(".hd-flow");
    const box = here.getBoundingClientRect();
    frame.scrollLeft += box.left + box.width / 2 - frame.getBoundingClientRect().left - frame.clientWidth / 2;
  }
}

begin(document);
document.addEventListener("toggle", ({ target }) => begin(target), true);

// What a link of this page leads to is unfolded, also where the browser would leave it folded.
document.addEventListener("click", (event) => {
  const { hash } = event.target.closest?.('a[href^="#"]') ?? {};
  for (let fold = hash && document.getElementById(hash.slice(1))?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
});

async function again() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

// A part of the page as it is now; who reads it stays where they are, and what they unfolded stays unfolded.
function renew(part, fresh) {
  if (!fresh || fresh.innerHTML === part.innerHTML) {
    return;
  }
  const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const said = (fold) => fold.querySelector("summary").textContent.trim();
  const open = new Set([...part.querySelectorAll("details[open]")].map(said));
  part.replaceChildren(...fresh.childNodes);
  for (const fold of part.querySelectorAll("details")) {
    fold.open ||= open.has(said(fold));
  }
  if (focused) {
    part.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

// Figures follow the work: when the server says that something changed, this part of the page is read again.
for (const part of document.querySelectorAll("[data-changes]")) {
  new EventSource(part.dataset.changes).addEventListener("change", async () => {
    renew(part, (await again())?.getElementById(part.id));
  });
}

// Long work is looked at again until it is done. Only how far it is is said aloud, and only when that changes.
const work = document.querySelector("[data-progress=open]");

async function follow() {
  const page = await again();
  const fresh = page?.querySelector("[data-progress]");
  if (fresh) {
    renew(document.querySelector("[data-said]"), page.querySelector("[data-said]"));
    renew(work, fresh);
    work.dataset.progress = fresh.dataset.progress;
  }
  if (!page || fresh?.dataset.progress === "open") {
    setTimeout(follow, 1500);
  }
}

if (work) {
  setTimeout(follow, 1500);
}

// What is being written is shown in the frame beside it while it is typed.
for (const form of document.querySelectorAll("form[data-look]")) {
  const look = form.querySelector("[formtarget]");
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => form.requestSubmit(look), 500);
  });
}

// A choice that shows at once what its button would show.
document.addEventListener("change", (event) => {
  event.target.closest("[data-send-on-change]")?.requestSubmit();
});
