// Builds what the pages are made of: style sheets, script, typeface and pictures. Each file gets a name that carries its hash
// (so it may be kept for ever) and a Brotli and a gzip copy; ui/assets.properties says which name stands for which file.
// Runs at every build and leaves at once when nothing changed.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../../../..");
const classes = path.resolve(here, "../../../target/classes");
const out = path.join(classes, "static/assets");
const manifest = path.join(classes, "ui/assets.properties");
const stamp = path.join(classes, "../frontend.stamp");
const modules = path.join(root, "node_modules");
const installed = path.join(modules, ".haidang");

const hash = (content) => createHash("sha256").update(content).digest("hex");

function files(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? files(file) : [file];
  });
}

const lock = fs.readFileSync(path.join(root, "package-lock.json"));
const state = hash(Buffer.concat([lock, ...files(here).sort().flatMap((file) => [Buffer.from(file), fs.readFileSync(file)])]));

if (fs.existsSync(manifest) && fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === state) {
  process.exit(0);
}

if (!fs.existsSync(installed) || fs.readFileSync(installed, "utf8") !== hash(lock)) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  fs.writeFileSync(installed, hash(lock));
}

const sass = await import(path.join(modules, "sass/sass.node.mjs"));
const { default: subsetFont } = await import("subset-font");

const names = new Map();
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });

function write(name, content, compress = true) {
  const bytes = Buffer.from(content);
  const dot = name.lastIndexOf(".");
  const hashed = `${name.slice(0, dot)}.${hash(bytes).slice(0, 12)}${name.slice(dot)}`;
  const file = path.join(out, hashed);
  fs.writeFileSync(file, bytes);
  if (compress) {
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  }
  names.set(name, hashed);
  return hashed;
}

// The letters that Vietnamese and its neighbours write with, whole and composed, and the signs of running text. Others are drawn with
// what the device has.
const LETTERS = [
  [0x20, 0x7e], [0xa0, 0xff], [0x102, 0x103], [0x110, 0x111], [0x128, 0x129], [0x152, 0x153], [0x168, 0x169], [0x1a0, 0x1a1],
  [0x1af, 0x1b0], [0x2c6, 0x2c6], [0x2da, 0x2da], [0x2dc, 0x2dc], [0x300, 0x301], [0x303, 0x304], [0x306, 0x306], [0x309, 0x309],
  [0x31b, 0x31b], [0x323, 0x323], [0x1ea0, 0x1ef9], [0x2010, 0x2015], [0x2018, 0x201e], [0x2020, 0x2022], [0x2026, 0x2026],
  [0x2030, 0x2030], [0x2032, 0x2033], [0x2039, 0x203a], [0x20ab, 0x20ac], [0x2122, 0x2122], [0x2190, 0x2193], [0x2212, 0x2212],
  [0x2248, 0x2248], [0x2260, 0x2260], [0x2264, 0x2265],
].flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (all, more) => String.fromCodePoint(first + more))).join("");

// Accents, kerning and figures in columns; without the hints that screens of former times needed.
const FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"];
const fonts = path.join(modules, "@expo-google-fonts/be-vietnam-pro");
for (const [weight, style] of [[400, "400Regular"], [700, "700Bold"]]) {
  const whole = fs.readFileSync(path.join(fonts, style, `BeVietnamPro_${style}.ttf`));
  write(`be-vietnam-pro-${weight}.woff2`, await subsetFont(whole, LETTERS, { targetFormat: "woff2", noHinting: true, keepFeatures: FEATURES }), false);
}

for (const picture of files(path.join(here, "pictures"))) {
  if (picture.endsWith(".png")) {
    write(path.basename(picture), fs.readFileSync(picture), false);
  } else {
    write(path.basename(picture), fs.readFileSync(picture, "utf8").replace(/>\s+</g, "><").trim());
  }
}

for (const script of files(path.join(here, "scripts"))) {
  write(path.basename(script), fs.readFileSync(script, "utf8").replace(/^\s*\/\/.*\n/gm, "").replace(/^ +/gm, ""));
}

for (const sheet of files(path.join(here, "scss")).filter((file) => !path.basename(file).startsWith("_"))) {
  const { css } = sass.compile(sheet, { loadPaths: [modules], style: "compressed", quietDeps: true });
  // Style sheets name fonts and pictures by their plain name.
  const linked = css.replace(/url\("?asset:([^")]+)"?\)/g, (all, name) => {
    if (!names.has(name)) {
      throw new Error(`${path.basename(sheet)} names ${name}, which does not exist`);
    }
    return `url(${names.get(name)})`;
  });
  write(path.basename(sheet).replace(".scss", ".css"), linked);
}

// Official documents are set in a face with the measures of Times New Roman, as Decree 30/2020 wants it.
const documentFonts = path.join(classes, "fonts");
fs.mkdirSync(documentFonts, { recursive: true });
for (const style of ["400Regular", "400Regular_Italic", "700Bold"]) {
  fs.copyFileSync(
    path.join(modules, "@expo-google-fonts/tinos", style, `Tinos_${style}.ttf`),
    path.join(documentFonts, `Tinos_${style}.ttf`),
  );
}

fs.mkdirSync(path.dirname(manifest), { recursive: true });
fs.writeFileSync(manifest, [...names].map(([name, hashed]) => `${name}=${hashed}\n`).join(""));
fs.writeFileSync(stamp, state);
