package vn.haidang.bench.kill;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All that the clients asked for and what they were told. */
final class Seen {

    private final Queue<Ask> asks = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Queue<String> handedIn = new ConcurrentLinkedQueue<>();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    Ask add(Ask ask) {
        asks.add(ask);
        return ask;
    }

    /** An answer that contradicts one given before, or that must not be. */
    void complain(String what) {
        complaints.add(what);
    }

    void answered(Answer answer) {
        (answer.isLost() ? lost : answers).incrementAndGet();
    }

    void repeated() {
        repeated.incrementAndGet();
    }

    /** The case of an application that officials may work on. */
    void handIn(String caseId) {
        handedIn.add(caseId);
    }

    String nextHandedIn() {
        String next = handedIn.poll();
        return next == null ? "" : next;
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    long count(Ask.Fate fate) {
        return asks.stream().filter(ask -> ask.fate == fate).count();
    }

    long acknowledged(Ask.Kind kind) {
        return asks.stream().filter(ask -> ask.is(kind, Ask.Fate.ACKNOWLEDGED)).count();
    }

    long repetitions() {
        return repeated.get();
    }

    long answers() {
        return answers.get();
    }

    long lost() {
        return lost.get();
    }
}
