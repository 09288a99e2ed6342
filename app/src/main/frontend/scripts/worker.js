// The part that stays on the phone and answers when there is no network. "shell" is written above it by the server: which files
// belong to every page, and where the page stands, in each language, that is shown instead of one that cannot be fetched. It is the
// same for every visitor: one that changed with the language would be put in place anew under the page that is just being opened.
// Kept here are only the pages of an application that its owner chose to keep, and what was answered while nothing could be sent.

const SHELL = `shell-${shell.version}`;
const KEPT = "kept";
const LONGEST_KEPT = 7 * 24 * 60 * 60 * 1000;
const FRESH = 60 * 60 * 1000;
const PATIENCE = 5000;
const BUTTONS = ["add", "drop", "remove", "turn", "unlock", "use"];
const STEP = /^\/apply\/[^/]+\/[0-9a-f-]{36}\/[^/]+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      // without the visitor's cookies: these pages must not carry anybody's name
      .then((cache) => cache.addAll([...shell.assets, ...Object.values(shell.offline).map((each) => new Request(each, { credentials: "omit" }))]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate") {
    event.respondWith(navigate(event, url));
  } else if (event.request.method === "GET" && url.pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(event.request).then((known) => known ?? fetch(event.request)));
  }
});

self.addEventListener("sync", (event) => {
  if (event.tag === "answers") {
    event.waitUntil(
      send().then(async () => {
        for (const page of await self.clients.matchAll({ type: "window" })) {
          page.postMessage("sent");
        }
      }),
    );
  }
});

// All notices say the same, so a newer one takes the place of those before it.
self.addEventListener("push", (event) => {
  const { title = "", body = "", link = "/", lang } = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(title, { body, lang, data: link, icon: shell.icon, tag: "haidang", renotify: true }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const link = new URL(event.notification.data, self.location.origin);
  event.waitUntil(self.clients.openWindow(link.origin === self.location.origin ? link.href : "/"));
});

const ASKED = {
  state: async () => {
    await dropOld();
    const kept = (await mine("kept")).map(({ draft }) => draft);
    return { kept, waiting: await Promise.all((await waiting()).map(named)) };
  },
  answers: async ({ path }) => (await waiting()).find((entry) => entry.path === path)?.answers.filter(([, value]) => typeof value === "string") ?? [],
  keep: async ({ draft, pages }) => hold(draft, pages),
  release: async ({ draft }) => release(draft),
  discard: async ({ path }) => remove("waiting", path),
  send: async () => {
    await send();
    const told = await mine("told");
    await Promise.all(told.map(({ path }) => remove("told", path)));
    return told;
  },
};

self.addEventListener("message", (event) => {
  const port = event.ports[0];
  event.waitUntil(
    now(event.data)
      .then(() => ASKED[event.data.ask](event.data))
      .then(
        (answer) => port.postMessage({ answer }),
        (error) => port.postMessage({ error: error.name }),
      ),
  );
});

async function navigate(event, url) {
  const { request } = event;
  const sent = request.method === "POST" && STEP.test(url.pathname) ? request.clone() : null;
  const leaves = request.method === "POST" && url.pathname === "/sign-out";
  if (leaves) {
    // what waits would be lost
    await Promise.race([send(), new Promise((late) => setTimeout(late, PATIENCE))]);
  }
  try {
    const answer = await fetch(request);
    if (leaves && answer.type === "opaqueredirect") {
      await forget();
    } else if (sent && answer.type === "opaqueredirect") {
      event.waitUntil(answered(url.pathname));
    }
    return answer;
  } catch (unreachable) {
    // One answer that broke off, for instance because a file was too large, is not a network that is away.
    if (await reachable()) {
      return Response.error();
    }
    if (sent) {
      return wait(sent, url);
    }
    const known = request.method === "GET" ? await page(url.pathname) : undefined;
    return known ?? (await caches.match(await offline())) ?? Response.error();
  }
}

function reachable() {
  return fetch("/manifest.webmanifest", { cache: "no-store" }).then(
    () => true,
    () => false,
  );
}

// A phone goes from hand to hand, and a session may end without a sign-out: what one person keeps or has waiting is neither shown to
// another nor sent in their name. Whoever opened a page last has the phone, and is spoken to in the language of that page.
async function now({ whose, language }) {
  const before = await one("who", 1);
  await put("who", { id: 1, whose: whose || before?.whose, language });
}

async function offline() {
  return shell.offline[(await one("who", 1))?.language] ?? shell.offline.vi;
}

async function mine(name) {
  const whose = (await all("who"))[0]?.whose;
  return (await all(name)).filter((entry) => entry.whose === whose);
}

// What was answered waits under the address of its page: a later answer to the same page takes its place. Buttons that ask the server
// to change the page itself, such as one more child, cannot be heeded now: the page stays.
async function wait(sent, url) {
  const given = [...(await sent.formData()).entries()].filter(([name]) => name !== "_csrf");
  const answers = given.filter(([name]) => !BUTTONS.includes(name));
  const whose = (await all("who"))[0]?.whose;
  await put("waiting", { path: url.pathname, whose, answers, at: Date.now() });
  await self.registration.sync?.register("answers").catch(() => {});
  return Response.redirect(given.length > answers.length ? url.pathname : await after(url.pathname), 303);
}

async function after(path) {
  const kept = (await mine("kept")).find(({ pages }) => pages.includes(path));
  const next = kept ? kept.pages[kept.pages.indexOf(path) + 1] : undefined;
  return next ?? offline();
}

// What waited for too long is neither shown nor sent, whether or not it was dropped yet.
async function waiting() {
  const oldest = Date.now() - LONGEST_KEPT;
  return (await mine("waiting")).filter(({ at }) => at > oldest).sort((one, other) => one.at - other.at);
}

// Under which title its page is known to whoever answered it.
async function named({ path, at }) {
  const known = await page(path);
  const title = known ? /<title>([^<]*)/.exec(await known.text())?.[1] : undefined;
  return { path, at, title: title?.split(" – ")[0].trim() ?? "" };
}

let sending;

// In the order they were given; what cannot be sent stays, and so does all that comes after it of the same application. What became
// of each is kept until a page tells: they may be sent while none is open.
function send() {
  sending ??= sendEach().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendEach() {
  const stopped = new Set();
  for (const entry of await waiting()) {
    const draft = draftOf(entry.path);
    if (stopped.has(draft)) {
      continue;
    }
    const { title } = await named(entry);
    const became = await sendOne(entry).catch(() => ({ state: "offline" }));
    if (became.state === "offline") {
      return;
    }
    await put("told", { path: entry.path, whose: entry.whose, at: Date.now(), title, ...became });
    if (became.state === "sent" || became.state === "wrong") {
      await removeAsOf("waiting", entry.path, entry.at);
      await answered(entry.path);
    }
    if (became.state !== "sent") {
      stopped.add(draft);
    }
  }
}

async function sendOne({ path, answers }) {
  const handsIn = path.endsWith("/submit");
  const shown = await signedInPage(handsIn ? checkOf(path) : path);
  if (!shown || !isOfTheirs(shown)) {
    return { state: "signed-out" };
  }
  // An application that was handed in meanwhile has no page to answer any more; handing in again leads to its receipt.
  const token = shown.ok ? /name="_csrf" value="([^"]+)"/.exec(await shown.text())?.[1] : undefined;
  if (!token) {
    return { state: isTrouble(shown) ? "offline" : "refused" };
  }
  const body = new FormData();
  body.append("_csrf", token);
  answers.forEach(([name, value]) => body.append(name, value));
  const answer = await fetch(path, { method: "POST", body: handsIn ? new URLSearchParams(body) : body, credentials: "same-origin" });
  if (!isOfTheirs(answer)) {
    return { state: "signed-out" };
  }
  if (answer.status === 422) {
    return { state: "wrong" };
  }
  if (isTrouble(answer)) {
    return { state: "offline" };
  }
  return answer.ok ? { state: "sent", to: new URL(answer.url).pathname } : { state: "refused" };
}

// Nothing where nobody is signed in. The sign-in page itself is never fetched from here: it would begin a session, and take the place of
// the one in which somebody is just typing their password.
async function signedInPage(path) {
  const quiet = { credentials: "same-origin", redirect: "manual" };
  const shown = await fetch(path, quiet);
  if (shown.type !== "opaqueredirect") {
    return shown;
  }
  const home = await fetch("/my", quiet);
  return home.type === "opaqueredirect" ? undefined : fetch(path, { credentials: "same-origin" });
}

// Whoever is not signed in, or not all the way, is led to another place.
function isOfTheirs(answer) {
  return /^\/(apply|my)\//.test(new URL(answer.url).pathname);
}

const isTrouble = ({ status }) => status === 429 || status >= 500;
const draftOf = (path) => path.split("/")[3];
const checkOf = (path) => path.replace(/[^/]+$/, "check");

// The pages of an application, with what was answered meanwhile. Those that are no longer called for lead elsewhere and are left out.
async function hold(draft, pages) {
  const before = await one("kept", draft);
  const fresh = before?.shell === SHELL && before.fetched > Date.now() - FRESH ? before.pages.filter((each) => !before.stale.includes(each)) : [];
  const fetched = await Promise.all(
    pages
      .filter((each) => !fresh.includes(each))
      .map(async (each) => [each, await fetch(each, { credentials: "same-origin", redirect: "manual" })]),
  );
  const there = fetched.filter(([, answer]) => answer.ok);
  if (fetched.some(([, { type, ok }]) => type !== "opaqueredirect" && !ok) || (fetched.length > 0 && there.length === 0)) {
    throw new Error("not kept");
  }
  const cache = await caches.open(KEPT);
  await Promise.all(there.map(([each, answer]) => cache.put(each, answer)));
  const held = pages.filter((each) => fresh.includes(each) || there.some(([name]) => name === each));
  await Promise.all((before?.pages ?? []).filter((each) => !held.includes(each)).map((each) => cache.delete(each)));
  const whose = (await all("who"))[0]?.whose;
  const at = Date.now();
  await put("kept", { draft, whose, pages: held, stale: [], shell: SHELL, at, fetched: fresh.length > 0 ? before.fetched : at });
  await dropOld();
}

// A page that was answered is fetched anew when it can be, and so is the check; nothing of what was handed in stays.
async function answered(path) {
  const kept = await one("kept", draftOf(path));
  if (!kept) {
    return;
  }
  if (path.endsWith("/submit")) {
    const became = await fetch(checkOf(path), { credentials: "same-origin" });
    if (new URL(became.url).pathname.startsWith("/my/")) {
      await release(kept.draft);
    }
    return;
  }
  await put("kept", { ...kept, stale: [...kept.stale, path, checkOf(path)] });
}

async function page(path) {
  const kept = (await mine("kept")).find(({ pages }) => pages.includes(path));
  return kept && kept.at > Date.now() - LONGEST_KEPT ? (await caches.open(KEPT)).match(path) : undefined;
}

async function release(draft) {
  const cache = await caches.open(KEPT);
  const kept = await one("kept", draft);
  await Promise.all((kept?.pages ?? []).map((each) => cache.delete(each)));
  await remove("kept", draft);
}

async function dropOld() {
  const oldest = Date.now() - LONGEST_KEPT;
  for (const { draft, at } of await all("kept")) {
    if (at < oldest) {
      await release(draft);
    }
  }
  for (const name of ["waiting", "told"]) {
    for (const { path, at } of await all(name)) {
      if (at < oldest) {
        await remove(name, path);
      }
    }
  }
  // Pages that were kept before the program changed still want the style sheets and scripts of that time.
  const wanted = new Set([SHELL, ...(await all("kept")).map((entry) => entry.shell)]);
  for (const name of await caches.keys()) {
    if (name.startsWith("shell-") && !wanted.has(name)) {
      await caches.delete(name);
    }
  }
}

// Nothing of a person stays on the phone when they sign out, and it tells nobody their notices.
async function forget() {
  await caches.delete(KEPT);
  for (const name of Object.keys(STORES)) {
    await within(name, "readwrite", (entries) => entries.clear());
  }
  const notices = await self.registration.pushManager?.getSubscription().catch(() => null);
  await notices?.unsubscribe().catch(() => {});
}

const STORES = { waiting: "path", kept: "draft", told: "path", who: "id" };

let opened;

function store() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("haidang", 2);
    request.onupgradeneeded = () => {
      // nobody knows whose the entries of the first version were
      [...request.result.objectStoreNames].forEach((name) => request.result.deleteObjectStore(name));
      Object.entries(STORES).forEach(([name, keyPath]) => request.result.createObjectStore(name, { keyPath }));
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function within(name, mode, work) {
  const database = await store();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

const all = (name) => within(name, "readonly", (entries) => entries.getAll());
const one = (name, key) => within(name, "readonly", (entries) => entries.get(key));
const put = (name, entry) => within(name, "readwrite", (entries) => entries.put(entry));
const remove = (name, key) => within(name, "readwrite", (entries) => entries.delete(key));

// Unless another has taken its place meanwhile.
const removeAsOf = (name, key, at) =>
  within(name, "readwrite", (entries) => {
    const request = entries.get(key);
    request.onsuccess = () => {
      if (request.result?.at === at) {
        entries.delete(key);
      }
    };
    return request;
  });
