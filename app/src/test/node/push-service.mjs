// A push service with its browser behind it, made of other people's code: http_ece opens what it is sent, jose judges who sent it.
// Writes one line of JSON for where it listens, then one for each request.
import { createECDH, randomBytes } from "node:crypto";
import http from "node:http";
import ece from "http_ece";
import { compactVerify, importJWK } from "jose";

const browser = createECDH("prime256v1");
const key = browser.generateKeys("base64url");
const secret = randomBytes(16).toString("base64url");
const say = (words) => process.stdout.write(`${JSON.stringify(words)}\n`);

async function believed(authorization) {
  const [, token, point] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization);
  const bytes = Buffer.from(point, "base64url");
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((half) => half.toString("base64url"));
  const { payload } = await compactVerify(token, await importJWK({ kty: "EC", crv: "P-256", x, y }, "ES256"));
  return JSON.parse(Buffer.from(payload).toString());
}

const server = http.createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  try {
    const { aud } = await believed(request.headers.authorization);
    const notice = ece.decrypt(Buffer.concat(parts), { version: request.headers["content-encoding"], privateKey: browser, authSecret: secret });
    say({ aud, notice: notice.toString() });
    response.writeHead(201).end();
  } catch (error) {
    say({ error: String(error) });
    response.writeHead(400).end();
  }
});

server.listen(0, "127.0.0.1", () => say({ authority: `127.0.0.1:${server.address().port}`, key, secret }));
process.stdin.resume().on("end", () => process.exit());
