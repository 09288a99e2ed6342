package vn.haidang;

import java.util.Set;
import java.util.stream.Stream;
import vn.haidang.DoorCity.Dossier;
import vn.haidang.DoorCity.Person;
import vn.haidang.DoorTable.Kind;
import vn.haidang.identity.Role;

/** Who may see and do what, said once more and independently of the product. */
final class DoorPredicate {

    private static final Set<Role> DESK = Set.of(Role.ONE_STOP_OFFICER, Role.SPECIALIST, Role.UNIT_HEAD, Role.LEADER);

    private DoorPredicate() {}

    /** In the name of whom one acts: one's own, or another's while one may and as far as the mandate goes. */
    static boolean owns(Person reader, Dossier dossier) {
        var acting = reader.acting();
        if (acting == null) {
            return reader.account() != null
                    && dossier.party().equals(reader.account().value());
        }
        return acting.stands() && acting.covers() && dossier.party().equals(acting.party());
    }

    /** By law or for oneself; what somebody was authorised for is never the whole. */
    static boolean ownsWholly(Person reader, Dossier dossier) {
        return owns(reader, dossier) && byLaw(reader);
    }

    private static boolean byLaw(Person reader) {
        return reader.acting() == null || reader.acting().byLaw();
    }

    /** A draft is seen by whoever writes it alone, and only in the name it is written in. */
    static boolean writes(Person reader, Dossier dossier) {
        return dossier.owner().equals(reader.account()) && owns(reader, dossier);
    }

    /** Whoever chose to act for somebody they may no longer act for is stopped at every door. */
    static boolean stopped(Person reader) {
        return reader.acting() != null && !reader.acting().stands();
    }

    static boolean reads(Person reader, Dossier dossier) {
        return reader.role() != null
                && (reader.role().equals(Role.AUDITOR)
                        || (DESK.contains(reader.role()) && dossier.unit().equals(reader.unit())));
    }

    static boolean worksOn(Person reader, Dossier dossier) {
        return reader.role() != null && DESK.contains(reader.role()) && reads(reader, dossier);
    }

    /** The items of a procedure go by role: a case stands at reception, at appraisal while it waits, or nowhere. */
    static boolean hasToDo(Person reader, Dossier dossier) {
        var role = dossier.name().startsWith("open") ? Role.ONE_STOP_OFFICER : Role.SPECIALIST;
        return worksOn(reader, dossier) && !dossier.closed() && role.equals(reader.role());
    }

    static boolean enters(Kind kind, Person reader, Dossier dossier) {
        if (stopped(reader)) {
            return false;
        }
        return switch (kind) {
            case NOBODY -> false;
            case EVERYBODY -> true;
            case SIGNED_IN -> reader.account() != null;
            case OWN -> owns(reader, dossier);
            case OWN_DRAFT -> writes(reader, dossier);
            case OWN_MESSAGE -> dossier.owner().equals(reader.account());
            case DESK_LIST -> reader.role() != null && DESK.contains(reader.role());
            case DESK_READ -> reads(reader, dossier);
            case DESK_ITEMS -> worksOn(reader, dossier);
            case DESK_ITEM -> reads(reader, dossier) && !dossier.closed();
            case ASSIGN -> reads(reader, dossier) && Role.UNIT_HEAD.equals(reader.role()) && !dossier.closed();
            case CLAIM -> hasToDo(reader, dossier);
            case RETURN -> worksOn(reader, dossier) && !dossier.closed();
            case DESK_ACT -> hasToDo(reader, dossier) && dossier.name().startsWith("open");
            case OPEN_CASE ->
                Role.ONE_STOP_OFFICER.equals(reader.role()) && dossier.unit().equals(reader.unit());
            case STOPS ->
                reads(reader, dossier) && (Role.UNIT_HEAD.equals(reader.role()) || Role.LEADER.equals(reader.role()));
            case HEADS -> Role.UNIT_HEAD.equals(reader.role()) || Role.LEADER.equals(reader.role());
            case RECEIVES -> Role.ONE_STOP_OFFICER.equals(reader.role());
            case AT_DESK -> reader.name().equals("officer");
            case AT_PLACE -> reader.name().equals("head");
            case BOOKED -> reader.name().equals("owner");
            case RUNS -> Role.UNIT_HEAD.equals(reader.role());
            case ADMINISTRATION -> Role.ADMINISTRATOR.equals(reader.role());
            case SORTS ->
                reader.role() != null
                        && Set.of(Role.UNIT_HEAD, Role.LEADER, Role.ADMINISTRATOR)
                                .contains(reader.role());
            case CLOCK -> false;
            case GIVES -> reader.role() == null && reader.account() != null && byLaw(reader);
            case REVOKES -> reader.acting() != null && byLaw(reader);
        };
    }

    /** What of a dossier must not appear anywhere in what this reader gets. */
    static Stream<String> hiddenFrom(Person reader, Dossier dossier) {
        var hidden = Stream.<String>builder();
        if (!owns(reader, dossier)) {
            hidden.add(dossier.secret());
        }
        if (!writes(reader, dossier)) {
            hidden.add(dossier.draft().toString());
        }
        if (!dossier.owner().equals(reader.account())) {
            hidden.add(dossier.message().toString());
        }
        if (!owns(reader, dossier) && !reads(reader, dossier)) {
            hidden.add(dossier.code())
                    .add(dossier.application().toString())
                    .add(dossier.caseId().toString())
                    .add(dossier.file().toString());
            if (stopped(reader)
                    || reader.acting() == null
                    || !dossier.party().equals(reader.acting().party())) {
                hidden.add(dossier.ownerName());
            }
        }
        return hidden.build();
    }
}
