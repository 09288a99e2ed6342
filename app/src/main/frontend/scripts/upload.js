// A photo of a paper is made smaller before a slow line carries it, and loses where it was taken. Other files go as they are.

const LONGEST = 2400;
const SMALL = 700_000;
const QUALITY = 0.82;

async function smaller(file) {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size < SMALL) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return made && made.size < file.size ? new File([made], file.name.replace(/\.[^.]+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

for (const input of document.querySelectorAll("[data-file-preview]")) {
  let working = null;
  // Where several files may go, a further photo joins those taken before.
  let before = [];

  input.addEventListener(
    "change",
    (event) => {
      const files = [...before, ...input.files];
      before = [];
      if (event.detail === "smaller" || files.length === 0) {
        return;
      }
      event.stopImmediatePropagation();
      working = Promise.all(files.map(smaller)).then((made) => {
        const chosen = new DataTransfer();
        made.forEach((file) => chosen.items.add(file));
        input.files = chosen.files;
        working = null;
        input.dispatchEvent(new CustomEvent("change", { bubbles: true, detail: "smaller" }));
      });
    },
    { capture: true },
  );

  // Who presses the button while a picture is being made smaller waits for it.
  input.form?.addEventListener(
    "submit",
    (event) => {
      if (working) {
        event.preventDefault();
        event.stopImmediatePropagation();
        const { submitter } = event;
        working.then(() => input.form.requestSubmit(submitter));
      }
    },
    { capture: true },
  );

  const camera = document.getElementById(`${input.id}-camera`);
  if (camera && matchMedia("(pointer: coarse)").matches) {
    camera.hidden = false;
    input.addEventListener("cancel", () => {
      before = [];
    });
    camera.addEventListener("click", () => {
      before = input.multiple ? [...input.files] : [];
      input.setAttribute("capture", "environment");
      input.click();
      input.removeAttribute("capture");
    });
  }
}

// What the server would refuse unread is not sent: it is said at the field, and what was typed stays where it is.
function weight(input) {
  return [...input.files].reduce((sum, file) => sum + file.size, 0);
}

function tooLarge(form) {
  const inputs = [...form.querySelectorAll("[data-file-preview]")];
  const single = inputs.find(({ files, dataset }) => [...files].some((file) => file.size > Number(dataset.limit ?? Infinity)));
  const [heaviest] = inputs.toSorted((one, other) => weight(other) - weight(one));
  const together = inputs.reduce((sum, input) => sum + weight(input), 0);
  return single ?? (together > Number(heaviest.dataset.atOnce) ? heaviest : undefined);
}

function element(kind, properties, ...parts) {
  const made = Object.assign(document.createElement(kind), properties);
  made.append(...parts);
  return made;
}

// As the server says it: at the top with a link, where the focus goes, and beside the field.
function refuse(form, input) {
  const { unsent, errors, error } = input.dataset;
  const id = `${input.id}-error`;
  document.getElementById(id)?.remove();
  for (const said of document.querySelectorAll("[data-error-summary], [data-said-here]")) {
    said.remove();
  }
  const prefix = element("span", { className: "govuk-visually-hidden" }, `${error} `);
  const message = element("p", { id, className: "govuk-error-message" }, prefix, unsent);
  message.dataset.saidHere = "";
  input.before(message);
  input.classList.add("govuk-file-upload--error");
  input.closest(".govuk-form-group").classList.add("govuk-form-group--error");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  input.setAttribute("aria-describedby", [...described, id].join(" "));

  const title = element("h2", { id: "error-summary", className: "govuk-error-summary__title" }, errors);
  const list = element("ul", { className: "govuk-list govuk-error-summary__list" }, element("li", {}, element("a", { href: `#${input.id}` }, unsent)));
  const summary = element("div", { className: "govuk-error-summary", tabIndex: -1, role: "alert" }, title, list);
  summary.setAttribute("aria-labelledby", title.id);
  summary.dataset.errorSummary = "";
  form.prepend(summary);
  summary.focus();
}

for (const form of new Set([...document.querySelectorAll("[data-file-preview]")].map((input) => input.form))) {
  // after those above, so that photos are small by now
  form?.addEventListener(
    "submit",
    (event) => {
      // of some forms only the hash is sent
      const input = form.method === "post" && !form.matches("[data-hash-file]") ? tooLarge(form) : undefined;
      if (input) {
        event.preventDefault();
        event.stopImmediatePropagation();
        refuse(form, input);
      }
    },
    { capture: true },
  );
}
