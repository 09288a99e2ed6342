package vn.haidang.bench.kill;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.bench.kill.Ask.Fate;
import vn.haidang.bench.kill.Ask.Kind;

/**
 * A program in the hands of a commune's officials: opens cases and works them, and now and then an application that somebody handed
 * in. It repeats some requests with their keys and sends some that must be refused.
 */
final class Official implements Client {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SOME = 6;

    private final Visitor desk;
    private final Visitor specialist;
    private final Visitor head;
    private final UUID unit;
    private final Seen seen;
    private final Random random;
    private final boolean decides;
    private Ask pending;
    private String pendingPath = "";
    private String pendingBody = "";
    private Visitor pendingBy;

    /** @param decides whether it also works what was handed in, up to the numbered result */
    Official(List<Visitor> people, UUID unit, boolean decides, Seen seen, Random random) {
        this.desk = people.get(0);
        this.specialist = people.get(1);
        this.head = people.get(2);
        this.unit = unit;
        this.decides = decides;
        this.seen = seen;
        this.random = random;
        this.pendingBy = desk;
        this.pending = new Ask(Kind.OPEN, UUID.randomUUID(), "none", "");
        this.pending.fate = Fate.REFUSED;
    }

    @Override
    public boolean work() {
        String handedIn = decides ? seen.nextHandedIn() : "";
        if (!handedIn.isEmpty()) {
            return step(handedIn, desk, "accept", "")
                    && step(handedIn, specialist, "propose", "")
                    && step(handedIn, head, "approve", "");
        }
        var mark = UUID.randomUUID();
        String body = opening(mark);
        Ask opening = seen.add(new Ask(Kind.OPEN, UUID.randomUUID(), mark.toString(), ""));
        if (!send(opening, desk, "/api/casework/cases", body)) {
            return false;
        }
        if (opening.fate != Fate.ACKNOWLEDGED) {
            seen.complain("not opened: " + opening);
            return true;
        }
        if (random.nextInt(SOME) == 0 && !sameKeyForSomethingElse(opening)) {
            return false;
        }
        String opened = String.valueOf(opening.told);
        if (random.nextInt(SOME) == 0) {
            return step(opened, desk, "refuse", "Hồ sơ không thuộc thẩm quyền");
        }
        return step(opened, desk, "accept", "") && step(opened, specialist, "propose", "");
    }

    @Override
    public boolean settle() {
        return pending.fate != Fate.UNKNOWN || send(pending, pendingBy, pendingPath, pendingBody);
    }

    private String opening(UUID mark) {
        return """
                {"procedure": "standard", "unit": "%s", "variables": {"mark": "%s"}}""".formatted(unit, mark);
    }

    /** A key that was used must not open another case. */
    private boolean sameKeyForSomethingElse(Ask opening) {
        var mark = UUID.randomUUID();
        Ask other = seen.add(new Ask(Kind.OPEN, opening.key, mark.toString(), ""));
        other.sent++;
        Answer answer = desk.post("/api/casework/cases", opening(mark), opening.key);
        if (answer.isLost()) {
            return false;
        }
        other.fate = answer.isRefused() ? Fate.REFUSED : Fate.ACKNOWLEDGED;
        if (other.fate == Fate.ACKNOWLEDGED) {
            seen.complain("a used key opened another case: " + other);
        }
        return true;
    }

    private boolean step(String caseId, Visitor by, String outcome, String reason) {
        Answer items = by.get("/api/casework/cases/" + caseId + "/work-items");
        if (items.isLost()) {
            return false;
        }
        if (!items.isAcknowledged() || JSON.readTree(items.body()).isEmpty()) {
            seen.complain("no work item of " + caseId + " for " + outcome + ": " + items);
            return true;
        }
        JsonNode first = JSON.readTree(items.body()).required(0);
        String item = first.required("id").stringValue();
        String path = "/api/casework/work-items/" + item + "/complete";
        if (random.nextInt(SOME) == 0) {
            Answer nonsense = by.post(path, "{\"outcome\": \"nonsense\"}", UUID.randomUUID());
            if (nonsense.isLost()) {
                return false;
            }
            if (!nonsense.isRefused()) {
                seen.complain("an outcome that is none was taken: " + item);
            }
        }
        Ask complete = seen.add(new Ask(Kind.COMPLETE, UUID.randomUUID(), item, caseId));
        String body = reason.isEmpty()
                ? "{\"outcome\": \"%s\"}".formatted(outcome)
                : "{\"outcome\": \"%s\", \"reason\": \"%s\"}".formatted(outcome, reason);
        if (!send(complete, by, path, body)) {
            return false;
        }
        if (complete.fate != Fate.ACKNOWLEDGED) {
            seen.complain("not completed with " + outcome + ": " + complete);
        }
        return true;
    }

    private boolean send(Ask ask, Visitor by, String path, String body) {
        pending = ask;
        pendingBy = by;
        pendingPath = path;
        pendingBody = body;
        boolean again = ask.sent > 0;
        ask.sent++;
        Answer answer = by.post(path, body, ask.key);
        if (again) {
            seen.repeated();
        }
        if (answer.isLost()) {
            return false;
        }
        if (answer.isRefused()) {
            seen.complain("refused: %s with %s".formatted(ask, answer));
            ask.fate = Fate.REFUSED;
            return true;
        }
        ask.told = JSON.readTree(answer.body()).required("id").stringValue();
        ask.fate = Fate.ACKNOWLEDGED;
        if (!again && random.nextInt(SOME) == 0) {
            return repeat(ask, by, path, body);
        }
        return true;
    }

    private boolean repeat(Ask ask, Visitor by, String path, String body) {
        Answer again = by.post(path, body, ask.key);
        if (again.isLost()) {
            return false;
        }
        seen.repeated();
        if (!again.isAcknowledged()
                || !JSON.readTree(again.body()).required("id").stringValue().equals(ask.told)) {
            seen.complain("repeated and answered otherwise: %s with %s".formatted(ask, again));
        }
        return true;
    }

    @Override
    public void close() {
        desk.close();
        specialist.close();
        head.close();
    }
}
