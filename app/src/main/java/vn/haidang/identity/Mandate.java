package vn.haidang.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.haidang.journal.Subject;

/**
 * A right to act in another's name as it stands today: by law, as legal representative of a business (Civil Code 91/2015/QH13,
 * art. 137) or as a child's parent or guardian (art. 136), or by an authorisation the authorised accepted (art. 138); or an officer's
 * right to put down what somebody in front of the desk asks for, for that dossier alone.
 *
 * @param name of the represented
 * @param services codes of the services it covers; empty for all
 * @param since first day whose applications it opens, null where the law opens all
 * @param last last day it holds, null while open
 * @param spokesperson who speaks for the represented before the officer; null where they came themselves, and for whoever acts online
 */
public record Mandate(
        MandateId id,
        PartyId party,
        Kind kind,
        Basis basis,
        String name,
        Set<String> services,
        @Nullable LocalDate since,
        @Nullable LocalDate last,
        @Nullable Spokesperson spokesperson) {

    /** What is represented. */
    public enum Kind {
        PERSON,
        BUSINESS
    }

    /** What the right rests on. */
    public enum Basis {
        LEGAL_REPRESENTATIVE,
        GUARDIAN,
        AUTHORISED,
        BY_OFFICER;

        /** As records and messages name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Basis of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Somebody who came to the desk in another's stead, and by what right. */
    public record Spokesperson(PartyId person, String name, Basis basis) {

        /** The person as the journal names them. */
        public Subject subject() {
            return new Subject("registry/person", person.value());
        }
    }

    public Mandate {
        services = Set.copyOf(services);
    }

    /** Somebody's own right to act, as the registers have it. */
    public Mandate(
            MandateId id,
            PartyId party,
            Kind kind,
            Basis basis,
            String name,
            Set<String> services,
            @Nullable LocalDate since,
            @Nullable LocalDate last) {
        this(id, party, kind, basis, name, services, since, last, null);
    }

    /**
     * By what right the represented is spoken for, whoever types it: the spokesperson's at the desk, else the mandate's own. What the
     * registers tell for a dossier follows it.
     */
    public Basis right() {
        return spokesperson == null ? basis : spokesperson.basis();
    }

    /** Whether everything of the represented is open to it, and not only what falls under some services or a term. */
    public boolean whole() {
        return services.isEmpty() && since == null;
    }

    public boolean covers(String service) {
        return services.isEmpty() || services.contains(service);
    }

    /** The represented as the journal names them. */
    public Subject represented() {
        return represented(kind, party);
    }

    /** A party as the journal names it. */
    public static Subject represented(Kind kind, PartyId party) {
        UUID id = party.value();
        return switch (kind) {
            case PERSON -> new Subject("registry/person", id);
            case BUSINESS -> new Subject("registry/business", id);
        };
    }
}
