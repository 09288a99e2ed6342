package vn.haidang.identity.internal.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.Role;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;

/**
 * What lines come to, against what is known. Pure: asked twice of the same, it says the same.
 *
 * @param edits in the order they are made
 * @param slips lines that cannot be so; with one, nothing of the whole is made
 */
public record StaffPlan(List<StaffEdit> edits, List<StaffSlip> slips) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

    /** What lines are measured against. */
    record Known(
            Map<String, StaffRows.Official> officials, Set<Role> roles, Map<String, Unit> units, LocalDate today) {}

    static StaffPlan of(List<StaffRow> rows, Known known) {
        var reading = new Reading(known);
        for (int i = 0; i < rows.size(); i++) {
            reading.row(i, rows.get(i));
        }
        return new StaffPlan(List.copyOf(reading.edits), List.copyOf(reading.slips));
    }

    /**
     * The end of an account, and today of every post it holds or will hold; nothing where it is closed already.
     *
     * @param unitKey the key of a unit
     */
    static StaffPlan closing(StaffRows.Official official, Function<UnitId, String> unitKey, LocalDate today) {
        if (!official.open()) {
            return new StaffPlan(List.of(), List.of());
        }
        List<StaffEdit> edits = new ArrayList<>();
        for (StaffRows.Held held : official.posts()) {
            var until = held.until();
            if (until == null || until.isAfter(today)) {
                var row = new StaffRow(
                        official.username(),
                        "",
                        "",
                        unitKey.apply(held.unit()),
                        held.role().code(),
                        held.title(),
                        held.from(),
                        today);
                edits.add(new StaffEdit.End(row, official.id().value(), held.post(), held.from(), until, today));
            }
        }
        edits.add(new StaffEdit.Close(official.id().value(), official.username(), official.name()));
        return new StaffPlan(List.copyOf(edits), List.of());
    }

    boolean nothing() {
        return edits.isEmpty();
    }

    /** Whose posts begin or end. */
    Set<String> usernames() {
        Set<String> usernames = new HashSet<>();
        for (var edit : edits) {
            switch (edit) {
                case StaffEdit.Begin(StaffRow row) -> usernames.add(row.username());
                case StaffEdit.End end -> usernames.add(end.row().username());
                case StaffEdit.Open open -> usernames.add(open.username());
                case StaffEdit.Close close -> usernames.add(close.username());
                case StaffEdit.Describe describe -> {}
            }
        }
        return usernames;
    }

    private static final class Reading {

        private final Known known;
        private final List<StaffEdit> edits = new ArrayList<>();
        private final List<StaffSlip> slips = new ArrayList<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<String, List<StaffRow>> seen = new HashMap<>();
        private final Set<String> described = new HashSet<>();

        Reading(Known known) {
            this.known = known;
        }

        void row(int number, StaffRow row) {
            var before = slips.size();
            check(number, row);
            if (slips.size() > before) {
                return;
            }
            person(number, row);
            if (slips.size() == before) {
                post(number, row);
            }
        }

        private void check(int number, StaffRow row) {
            if (!USERNAME.matcher(row.username()).matches()) {
                refuse(number, "username", "identity.staff.refused.username", row.username());
            }
            var role = new Role(row.role());
            if (role.equals(Role.RESIDENT) || !known.roles().contains(role)) {
                refuse(number, "role", "problem.identity.no-such-role", row.role());
            }
            var unit = known.units().get(row.unit());
            if (unit == null) {
                refuse(number, "unit", "identity.staff.refused.unit", row.unit());
            } else if (!unit.livesOn(row.from())) {
                refuse(number, "unit", "identity.staff.refused.unit-then", unit.name());
            }
            var until = row.until();
            if (until != null && !until.isAfter(row.from()) && existing(row).isEmpty()) {
                refuse(number, "valid_to", "problem.identity.empty-span");
            }
            var others = seen.computeIfAbsent(row.username(), name -> new ArrayList<>());
            if (others.stream().anyMatch(other -> same(other, row) && overlap(other, row))) {
                refuse(number, "", "identity.staff.refused.twice");
            }
            others.add(row);
        }

        private void person(int number, StaffRow row) {
            var official = known.officials().get(row.username());
            if (official == null) {
                var named = names.get(row.username());
                if (named == null && row.name().isBlank()) {
                    refuse(number, "name", "identity.staff.refused.name");
                } else if (named == null) {
                    names.put(row.username(), row.name());
                    edits.add(new StaffEdit.Open(row.username(), row.name(), row.email()));
                } else if (!row.name().isBlank() && !row.name().equals(named)) {
                    refuse(number, "name", "identity.staff.refused.two-names", named);
                }
                return;
            }
            if (!official.open()) {
                refuse(number, "username", "problem.identity.account-closed");
                return;
            }
            var name = row.name().isBlank() ? official.name() : row.name();
            var email = row.email().isBlank() ? official.email() : row.email();
            var changed = !name.equals(official.name()) || !email.equals(official.email());
            if (changed && described.add(row.username())) {
                names.put(row.username(), name);
                edits.add(
                        new StaffEdit.Describe(official.id().value(), official.name(), name, official.email(), email));
            } else if (changed && !name.equals(names.get(row.username()))) {
                refuse(number, "name", "identity.staff.refused.two-names", names.getOrDefault(row.username(), name));
            }
        }

        private void post(int number, StaffRow row) {
            var held = existing(row);
            if (held.isPresent()) {
                change(number, row, held.get());
                return;
            }
            var official = known.officials().get(row.username());
            if (official != null
                    && official.posts().stream()
                            .anyMatch(each -> same(each, row) && overlap(each.from(), each.until(), row))) {
                refuse(number, "valid_from", "problem.identity.post-held-already");
                return;
            }
            var until = row.until();
            if (until != null && until.isBefore(known.today())) {
                refuse(number, "valid_to", "identity.staff.refused.past");
                return;
            }
            edits.add(new StaffEdit.Begin(row));
        }

        private void change(int number, StaffRow row, StaffRows.Held held) {
            if (Objects.equals(held.until(), row.until())) {
                return;
            }
            var today = known.today();
            if (isPast(held.until(), today) || isPast(row.until(), today)) {
                refuse(number, "valid_to", "identity.staff.refused.past");
                return;
            }
            var official = Objects.requireNonNull(known.officials().get(row.username()));
            edits.add(
                    new StaffEdit.End(row, official.id().value(), held.post(), held.from(), held.until(), row.until()));
        }

        private Optional<StaffRows.Held> existing(StaffRow row) {
            var official = known.officials().get(row.username());
            return official == null
                    ? Optional.empty()
                    : official.posts().stream()
                            .filter(held -> same(held, row) && held.from().equals(row.from()))
                            .findFirst();
        }

        private boolean same(StaffRows.Held held, StaffRow row) {
            return held.unit().equals(UnitId.ofKey(row.unit()))
                    && held.role().code().equals(row.role())
                    && held.title().equals(row.title());
        }

        private static boolean same(StaffRow one, StaffRow other) {
            return one.unit().equals(other.unit())
                    && one.role().equals(other.role())
                    && one.title().equals(other.title());
        }

        private static boolean overlap(StaffRow one, StaffRow other) {
            return overlap(one.from(), one.until(), other);
        }

        private static boolean overlap(LocalDate from, @Nullable LocalDate until, StaffRow row) {
            var end = row.until();
            return (end == null || from.isBefore(end))
                    && (until == null || row.from().isBefore(until));
        }

        /** What was yesterday explains what was done yesterday and stays as it is. */
        private static boolean isPast(@Nullable LocalDate until, LocalDate today) {
            return until != null && until.isBefore(today);
        }

        private void refuse(int row, String column, String messageKey, Object... arguments) {
            slips.add(StaffSlip.of(row, column, messageKey, arguments));
        }
    }
}
