// Work goes on without a network, and notices reach the phone. Each page works without this script.

const place = document.querySelector("[data-phone]");

function ask(question) {
  return navigator.serviceWorker.ready.then(
    ({ active }) =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.answer));
        active.postMessage({ ...question, whose: place.dataset.whose, language: document.documentElement.lang }, [port2]);
      }),
  );
}

const tell = (words) => {
  place.querySelector("[data-told]").textContent = words;
};

async function begin() {
  await navigator.serviceWorker.register("/sw.js");
  if (place.dataset.draft) {
    await draft();
  }
  // only now: a button that is seen earlier may be pressed before it does anything
  place.hidden = false;
  await refill();
  await list();
  window.addEventListener("online", () => {
    tell("");
    list();
  });
  navigator.serviceWorker.addEventListener("message", list);
  window.addEventListener("offline", () => tell(place.dataset.offline));
  if (!navigator.onLine) {
    tell(place.dataset.offline);
  }
}

// The pages of this application stay on the phone when its owner wants it.
async function draft() {
  const button = place.querySelector("[data-keep]");
  const pages = place.dataset.pages.split(" ");
  const { kept } = await ask({ ask: "state" });
  let held = kept.includes(place.dataset.draft);
  const show = () => {
    button.textContent = held ? button.dataset.release : button.dataset.keep;
    button.setAttribute("aria-pressed", String(held));
  };
  button.addEventListener("click", async () => {
    try {
      await ask({ ask: held ? "release" : "keep", draft: place.dataset.draft, pages });
      held = !held;
      tell(held ? place.dataset.kept : "");
    } catch {
      tell(place.dataset.notKept);
    }
    show();
  });
  if (held && navigator.onLine) {
    // with what was answered meanwhile
    ask({ ask: "keep", draft: place.dataset.draft, pages }).catch(() => {});
  }
  show();
}

// A page that was answered without a network shows these answers when it is opened again.
async function refill() {
  const form = document.querySelector("main form[enctype]");
  if (!form) {
    return;
  }
  const answers = await ask({ ask: "answers", path: location.pathname });
  for (const input of answers.length > 0 ? form.elements : []) {
    const given = answers.filter(([name]) => name === input.name).map(([, value]) => value);
    if (input.type === "radio" || input.type === "checkbox") {
      input.checked = given.includes(input.value);
    } else if (given.length > 0 && input.type !== "hidden" && input.type !== "file") {
      [input.value] = given;
    }
  }
}

// What waits is sent as soon as it can be; what became of it stands here until the page is left.
const became = new Map();

async function list() {
  for (const one of navigator.onLine ? await ask({ ask: "send" }) : []) {
    became.set(one.path, one);
  }
  const { waiting } = await ask({ ask: "state" });
  const rows = [...became.values()].map(({ path, title, state, to }) =>
    row(to ?? path, title, place.dataset[state === "signed-out" ? "signedOut" : state], state === "refused" ? path : null),
  );
  rows.push(...waiting.filter(({ path }) => !became.has(path)).map(({ path, title }) => row(path, title, place.dataset.waits, null)));
  place.querySelector("[data-rows]").replaceChildren(...rows);
  document.querySelector("[data-none]")?.toggleAttribute("hidden", rows.length > 0);
  place.dataset.listed = "yes";
}

function row(path, title, words, discarded) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = path;
  link.textContent = title ? `${title}: ${words}` : words;
  item.append(link);
  if (discarded) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hd-link-button";
    button.textContent = place.dataset.discard;
    button.addEventListener("click", async () => {
      await ask({ ask: "discard", path: discarded });
      item.remove();
    });
    item.append(" ", button);
  }
  return item;
}

// Notices on this phone: the browser makes an address for it, which the form sends.
const push = document.querySelector("form[data-push]");

async function offerNotices() {
  if (!("PushManager" in window)) {
    return;
  }
  const registration = await navigator.serviceWorker.register("/sw.js");
  push.hidden = false;
  push.addEventListener("submit", async (event) => {
    if (push.elements.endpoint.value) {
      return;
    }
    event.preventDefault();
    delete push.dataset.sent;
    try {
      const key = Uint8Array.from(atob(push.dataset.push.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
      await navigator.serviceWorker.ready;
      const made = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
      push.elements.endpoint.value = made.endpoint;
      push.elements.key.value = made.keys.p256dh;
      push.elements.secret.value = made.keys.auth;
      push.submit();
    } catch {
      push.querySelector("[data-told]").textContent = push.dataset.refused;
    }
  });
}

if ("serviceWorker" in navigator) {
  if (place) {
    begin().catch(() => {});
  }
  if (push) {
    offerNotices().catch(() => {});
  }
}
