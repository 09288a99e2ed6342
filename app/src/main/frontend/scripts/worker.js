// The part that stays on the phone and answers when there is no network. "shell" is written above it by the server: which files
// belong to every page, and where the page stands that is shown instead of one that cannot be fetched.
// Kept here are only the pages of an application that its owner chose to keep, and what was answered while nothing could be sent.

const SHELL = `shell-${shell.version}`;
const KEPT = "kept";
const LONGEST_KEPT = 7 * 24 * 60 * 60 * 1000;
const BUTTONS = ["add", "drop", "remove", "turn"];
const STEP = /^\/apply\/[^/]+\/[0-9a-f-]{36}\/[^/]+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      // without the visitor's cookies: this page must not carry anybody's name
      .then((cache) => cache.addAll([...shell.assets, new Request(shell.offline, { credentials: "omit" })]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("shell-") && name !== SHELL) {
          await caches.delete(name);
        }
      }
      await dropOld();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (event.request.mode === "navigate") {
    event.respondWith(navigate(event.request, url));
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

self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(told.title ?? "", { body: told.body ?? "", data: told.link ?? "/", lang: told.lang }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const link = new URL(event.notification.data, self.location.origin);
  event.waitUntil(self.clients.openWindow(link.origin === self.location.origin ? link.href : "/"));
});

const ASKED = {
  state: async () => ({ waiting: await Promise.all((await waiting()).map(named)), kept: await all("kept") }),
  answers: async ({ path }) => (await waiting()).find((entry) => entry.path === path)?.answers.filter(([, value]) => typeof value === "string") ?? [],
  keep: async ({ draft, pages }) => hold(draft, pages),
  release: async ({ draft }) => release(draft),
  discard: async ({ path }) => remove("waiting", path),
  send: async () => {
    await send();
    return told.splice(0);
  },
  forget: async () => forget(),
};

self.addEventListener("message", (event) => {
  const port = event.ports[0];
  event.waitUntil(
    ASKED[event.data.ask](event.data).then(
      (answer) => port.postMessage({ answer }),
      (error) => port.postMessage({ error: error.name }),
    ),
  );
});

async function navigate(request, url) {
  const sent = request.method === "POST" && STEP.test(url.pathname) ? request.clone() : null;
  try {
    const answer = await fetch(request);
    if (request.method === "POST" && url.pathname === "/sign-out") {
      await forget();
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
    const known = request.method === "GET" ? await (await caches.open(KEPT)).match(url.pathname) : undefined;
    return known ?? (await caches.match(shell.offline)) ?? Response.error();
  }
}

function reachable() {
  return fetch("/manifest.webmanifest", { cache: "no-store" }).then(
    () => true,
    () => false,
  );
}

// What was answered waits under the address of its page: a later answer to the same page takes its place.
async function wait(sent, url) {
  const answers = [...(await sent.formData()).entries()].filter(([name]) => name !== "_csrf" && !BUTTONS.includes(name));
  await put("waiting", { path: url.pathname, answers, at: Date.now() });
  await self.registration.sync?.register("answers").catch(() => {});
  return Response.redirect(await after(url.pathname), 303);
}

async function after(path) {
  const kept = (await all("kept")).find(({ pages }) => pages.includes(path));
  const next = kept ? kept.pages[kept.pages.indexOf(path) + 1] : undefined;
  return next ?? shell.offline;
}

async function waiting() {
  return (await all("waiting")).sort((one, other) => one.at - other.at);
}

// Under which title its page is known to whoever answered it.
async function named({ path, at }) {
  const page = await (await caches.open(KEPT)).match(path);
  const title = page ? /<title>([^<]*)/.exec(await page.text())?.[1] : undefined;
  return { path, at, title: title?.split(" – ")[0].trim() ?? "" };
}

// What became of answers, until a page asks: they may be sent while none is open.
const told = [];

let sending;

// In the order they were given; what cannot be sent stays, and so does all that comes after it.
function send() {
  sending ??= sendEach().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendEach() {
  for (const entry of await waiting()) {
    const { title } = await named(entry);
    const became = await sendOne(entry).catch(() => ({ state: "offline" }));
    told.push({ path: entry.path, title, ...became });
    if (became.state === "sent" || became.state === "wrong") {
      await remove("waiting", entry.path);
    }
    if (became.state !== "sent") {
      break;
    }
  }
}

async function sendOne({ path, answers }) {
  const handsIn = path.endsWith("/submit");
  const page = await fetch(handsIn ? path.replace(/submit$/, "check") : path, { credentials: "same-origin" });
  if (new URL(page.url).pathname.startsWith("/sign-in")) {
    return { state: "signed-out" };
  }
  // An application that was handed in meanwhile has no page to answer any more; handing in again leads to its receipt.
  const token = page.ok ? /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] : undefined;
  if (!token) {
    return { state: page.status >= 500 ? "offline" : "refused" };
  }
  const body = new FormData();
  body.append("_csrf", token);
  answers.forEach(([name, value]) => body.append(name, value));
  const answer = await fetch(path, { method: "POST", body: handsIn ? new URLSearchParams(body) : body, credentials: "same-origin" });
  if (answer.status === 422) {
    return { state: "wrong" };
  }
  if (answer.status >= 500) {
    return { state: "offline" };
  }
  return answer.ok ? { state: "sent", to: new URL(answer.url).pathname } : { state: "refused" };
}

async function hold(draft, pages) {
  const cache = await caches.open(KEPT);
  await cache.addAll(pages);
  await put("kept", { draft, pages, at: Date.now() });
}

async function release(draft) {
  const cache = await caches.open(KEPT);
  const kept = (await all("kept")).find((entry) => entry.draft === draft);
  await Promise.all((kept?.pages ?? []).map((page) => cache.delete(page)));
  await remove("kept", draft);
}

async function dropOld() {
  const oldest = Date.now() - LONGEST_KEPT;
  for (const { draft, at } of await all("kept")) {
    if (at < oldest) {
      await release(draft);
    }
  }
  for (const { path, at } of await all("waiting")) {
    if (at < oldest) {
      await remove("waiting", path);
    }
  }
}

// Nothing of a person stays on the phone when they sign out.
async function forget() {
  await caches.delete(KEPT);
  for (const { draft } of await all("kept")) {
    await remove("kept", draft);
  }
  for (const { path } of await all("waiting")) {
    await remove("waiting", path);
  }
}

let opened;

function store() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("haidang", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("waiting", { keyPath: "path" });
      request.result.createObjectStore("kept", { keyPath: "draft" });
    };
    request.onsuccess = () => resolve(request.result);
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
const put = (name, entry) => within(name, "readwrite", (entries) => entries.put(entry));
const remove = (name, key) => within(name, "readwrite", (entries) => entries.delete(key));
