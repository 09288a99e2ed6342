package vn.haidang.bench.kill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import vn.haidang.bench.kill.Ask.Fate;
import vn.haidang.bench.kill.Ask.Kind;

/** A resident with a browser: prepares an application, sends a paper with it, hands it in, and presses the button twice at times. */
final class Applicant implements Client {

    /** A service with the general form: who asks is known already. */
    private static final String SERVICE = "/apply/1.004873";

    private static final int SOME = 5;

    /** A resident may hand in only so many a day. */
    private static final int SELDOM = 20;

    private static final int TOO_OFTEN = 429;
    private static final int LARGEST = 60_000;

    private final Visitor browser;
    private final UUID unit;
    private final Seen seen;
    private final Random random;
    private Ask pending;

    Applicant(Visitor browser, UUID unit, Seen seen, Random random) {
        this.browser = browser;
        this.unit = unit;
        this.seen = seen;
        this.random = random;
        this.pending = new Ask(Kind.SUBMIT, UUID.randomUUID(), "none", "");
        this.pending.fate = Fate.REFUSED;
    }

    @Override
    public boolean work() {
        Answer begun = browser.submit(SERVICE, Map.of("unit", unit.toString()));
        if (begun.isLost()) {
            return false;
        }
        String draft = begun.location().replaceFirst("/[^/]+$", "");
        if (!draft.startsWith(SERVICE)) {
            seen.complain("an application did not begin: " + begun);
            return true;
        }
        if (random.nextInt(SOME) == 0 && !refusedPaper(draft)) {
            return false;
        }
        return answer(draft, "requester-contact", Map.of("requester.phone", "0901234567"))
                && answer(draft, "subject-self", Map.of("subject.self", "yes"))
                && answer(draft, "status", Map.of("status.now", "never"))
                && answer(draft, "purpose", Map.of("purpose.kind", "property"))
                && answer(draft, "request", Map.of("request.text", "Xin giải quyết theo hồ sơ gửi kèm."))
                && paper(draft)
                && answer(draft, "delivery", Map.of("delivery.way", "electronic"))
                && answer(draft, "declaration", Map.of("declaration", "yes"))
                && (random.nextInt(SELDOM) > 0 || handIn(draft));
    }

    @Override
    public boolean settle() {
        return pending.fate != Fate.UNKNOWN || send(pending);
    }

    private boolean answer(String draft, String page, Map<String, String> fields) {
        return !browser.multipart(draft + "/" + page, fields, "", "", new byte[0])
                .isLost();
    }

    private boolean paper(String draft) {
        byte[] bytes = pdf();
        Ask upload = seen.add(new Ask(
                Kind.UPLOAD,
                UUID.randomUUID(),
                "giay-to-" + UUID.randomUUID() + ".pdf",
                draftId(draft),
                sha256(bytes)));
        upload.sent++;
        Answer answer =
                browser.multipart(draft + "/papers", Map.of("turn", "stay"), "papers.files", upload.mark, bytes);
        if (answer.isLost()) {
            return false;
        }
        upload.fate = answer.isRefused() ? Fate.REFUSED : Fate.ACKNOWLEDGED;
        if (answer.isRefused()) {
            seen.complain("a paper was refused: %s with %s".formatted(upload, answer));
        }
        return true;
    }

    /** A program that calls itself a document. */
    private boolean refusedPaper(String draft) {
        byte[] bytes = ("MZ" + UUID.randomUUID()).repeat(50).getBytes(StandardCharsets.UTF_8);
        Ask upload = seen.add(new Ask(
                Kind.UPLOAD,
                UUID.randomUUID(),
                "tro-choi-" + UUID.randomUUID() + ".pdf",
                draftId(draft),
                sha256(bytes)));
        upload.sent++;
        Answer answer =
                browser.multipart(draft + "/papers", Map.of("turn", "stay"), "papers.files", upload.mark, bytes);
        if (answer.isLost()) {
            return false;
        }
        upload.fate = answer.isRefused() ? Fate.REFUSED : Fate.ACKNOWLEDGED;
        if (!answer.isRefused()) {
            seen.complain("a program was taken for a paper: " + upload);
        }
        return true;
    }

    private boolean handIn(String draft) {
        return send(seen.add(new Ask(Kind.SUBMIT, UUID.randomUUID(), draftId(draft), draft)));
    }

    private boolean send(Ask ask) {
        pending = ask;
        boolean again = ask.sent > 0;
        ask.sent++;
        Answer answer = browser.submit(ask.about + "/submit", Map.of("key", ask.key.toString()));
        if (again) {
            seen.repeated();
        }
        if (answer.isLost()) {
            return false;
        }
        String application = application(answer);
        if (application.isEmpty()) {
            ask.fate = Fate.REFUSED;
            if (answer.status() == TOO_OFTEN) {
                return true;
            }
            seen.complain("not handed in: %s, %d %s".formatted(ask, answer.status(), answer.location()));
            return true;
        }
        ask.told = application;
        ask.fate = Fate.ACKNOWLEDGED;
        if (!again && random.nextInt(SOME) == 0) {
            Answer twice = browser.submit(ask.about + "/submit", Map.of("key", ask.key.toString()));
            if (twice.isLost()) {
                return false;
            }
            seen.repeated();
            if (!application(twice).equals(application)) {
                seen.complain("handed in twice and answered otherwise: %s, %s".formatted(ask, twice.location()));
            }
        }
        return true;
    }

    private static String application(Answer answer) {
        return answer.location().matches("/my/applications/[0-9a-f-]{36}/receipt")
                ? answer.location().split("/", -1)[3]
                : "";
    }

    private static String draftId(String draft) {
        return draft.substring(draft.lastIndexOf('/') + 1);
    }

    /** A small document that nobody has sent before. */
    private byte[] pdf() {
        var noise = new byte[random.nextInt(LARGEST / 2)];
        random.nextBytes(noise);
        return """
                %%PDF-1.4
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>> endobj
                %%%s
                trailer <</Root 1 0 R>>
                %%%%EOF
                """.formatted(HexFormat.of().formatHex(noise)).getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
