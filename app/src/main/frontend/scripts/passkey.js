// Passkeys: the page says what is asked, the device answers, a form carries the answer. Without them there are codes.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const known = (form) =>
  form.dataset.known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));

function make(form) {
  return navigator.credentials.create({
    publicKey: {
      rp: { id: form.dataset.site, name: "Haidang" },
      user: { id: bytes(form.dataset.handle), name: form.dataset.username, displayName: form.dataset.displayName },
      challenge: bytes(form.dataset.challenge),
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: known(form),
      authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
      attestation: "none",
    },
  });
}

function ask(form) {
  return navigator.credentials.get({
    publicKey: {
      rpId: form.dataset.site,
      challenge: bytes(form.dataset.challenge),
      allowCredentials: known(form),
      userVerification: "preferred",
    },
  });
}

function answer(credential) {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    if (response.userHandle) {
      said.userHandle = text(response.userHandle);
    }
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: said,
    clientExtensionResults: {},
  });
}

// The standard knows sites by name only, not by number.
const possible = window.PublicKeyCredential && !/^[0-9.]+$|:/.test(location.hostname);

for (const form of possible ? document.querySelectorAll("form[data-passkey]") : []) {
  const failed = form.querySelector("[data-passkey-failed]");
  form.hidden = false;
  document.querySelector("[data-passkey-missing]")?.remove();
  form.querySelector("button").addEventListener("click", async () => {
    failed.hidden = true;
    try {
      const credential = await (form.dataset.passkey === "create" ? make(form) : ask(form));
      form.elements.answer.value = answer(credential);
      form.requestSubmit();
    } catch {
      failed.hidden = false;
    }
  });
}
