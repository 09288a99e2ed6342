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
