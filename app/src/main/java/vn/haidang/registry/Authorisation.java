package vn.haidang.registry;

import java.time.LocalDate;
import java.util.List;

/**
 * What one party lets somebody do in its name.
 *
 * @param other the authorised to whoever gave it, whoever gave it to the authorised
 * @param services codes of the services it covers; empty for all
 * @param from first day
 * @param last last day
 */
public record Authorisation(
        AuthorisationId id, String other, List<String> services, LocalDate from, LocalDate last, State state) {

    /** Where it stands today. */
    public enum State {
        WAITING,
        ACCEPTED,
        DECLINED,
        REVOKED,
        ENDED
    }

    public Authorisation {
        services = List.copyOf(services);
    }

    /** Whether it can still be answered, revoked or given back. */
    public boolean open() {
        return state == State.WAITING || state == State.ACCEPTED;
    }
}
