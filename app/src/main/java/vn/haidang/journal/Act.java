package vn.haidang.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody did, built strictly: {@code Act.of("casework/accepted", by).on(subject).changed("status", from, to)}. Values are only ever stored as salted hashes. */
public final class Act {

    /** One changed value; equal values are refused, since then nothing changed. */
    public record Change(
            String field, @Nullable String from, @Nullable String to) {}

    private final String verb;
    private final Actor actor;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private @Nullable String reason;

    private Act(String verb, Actor actor) {
        this.verb = verb;
        this.actor = actor;
    }

    public static Act of(String verb, Actor actor) {
        return new Act(verb, actor);
    }

    public Act on(Subject subject) {
        subjects.add(subject);
        return this;
    }

    /** @throws IllegalArgumentException when both values are equal */
    public Act changed(String field, @Nullable Object from, @Nullable Object to) {
        if (java.util.Objects.equals(from, to)) {
            throw new IllegalArgumentException("nothing changed in " + field);
        }
        changes.add(new Change(field, from == null ? null : from.toString(), to == null ? null : to.toString()));
        return this;
    }

    /** The legal basis or purpose, a code and never personal data. */
    public Act because(String reason) {
        this.reason = reason;
        return this;
    }

    public String verb() {
        return verb;
    }

    public Actor actor() {
        return actor;
    }

    public List<Subject> subjects() {
        return List.copyOf(subjects);
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public @Nullable String reason() {
        return reason;
    }
}
