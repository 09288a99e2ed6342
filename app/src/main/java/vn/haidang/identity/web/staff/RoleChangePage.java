package vn.haidang.identity.web.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Role;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.identity.internal.staff.RoleEdit;
import vn.haidang.identity.internal.staff.RoleRows;
import vn.haidang.ui.Foreseen;

/**
 * A change of roles before it is saved.
 *
 * @param effects what it does to people, one by one
 * @param foreseen which work would lose its holder
 * @param orphans actions nobody could do any more
 * @param oneself whether whoever looks would gain something
 * @param last whether nobody could change roles any more, so that it cannot be saved
 * @param meanwhile whether what was shown first is not so any more
 */
public record RoleChangePage(
        List<Line> lines,
        List<Effect> effects,
        List<String> orphans,
        Foreseen foreseen,
        boolean oneself,
        boolean last,
        String token,
        boolean meanwhile) {

    private static final int NAMED = 12;

    /** One thing that will be so; {@code kind} is found, grant or revoke, and {@code text} comes back as it is. */
    public record Line(String role, String kind, String what, String text) {}

    /**
     * Who gains or loses one action.
     *
     * @param people how many, at whatever unit
     * @param names the first of them, with their units
     */
    public record Effect(String action, boolean gain, long people, List<String> names) {

        public long others() {
            return people - names.size();
        }
    }

    public boolean nothing() {
        return lines.isEmpty();
    }

    static RoleChangePage of(
            RoleDesk.Proposal proposal,
            @Nullable AccountId reader,
            boolean meanwhile,
            StaffWords words,
            Locale locale) {
        List<Effect> effects = new ArrayList<>(effects(proposal.gains(), true, words, locale));
        effects.addAll(effects(proposal.losses(), false, words, locale));
        effects.sort(Comparator.comparing(Effect::action));
        return new RoleChangePage(
                lines(proposal.edits(), words, locale),
                List.copyOf(effects),
                proposal.orphans().stream()
                        .map(action -> words.action(action, locale))
                        .toList(),
                proposal.foreseen(),
                proposal.gains().stream().anyMatch(power -> power.account().equals(reader)),
                proposal.last(),
                proposal.token(),
                meanwhile);
    }

    private static List<Line> lines(List<RoleEdit> edits, StaffWords words, Locale locale) {
        Map<Role, String> founded = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (var edit : edits) {
            lines.add(
                    switch (edit) {
                        case RoleEdit.Found(Role role, String name, String nameEn) -> {
                            founded.put(role, locale.getLanguage().equals("en") ? nameEn : name);
                            yield new Line(founded.getOrDefault(role, ""), "found", name + " / " + nameEn, edit.text());
                        }
                        case RoleEdit.Grant(Role role, String action, boolean granted) ->
                            new Line(
                                    founded.getOrDefault(role, words.role(role, locale)),
                                    granted ? "grant" : "revoke",
                                    words.action(action, locale),
                                    edit.text());
                    });
        }
        return List.copyOf(lines);
    }

    private static List<Effect> effects(List<RoleRows.Power> powers, boolean gain, StaffWords words, Locale locale) {
        Map<String, Map<AccountId, RoleRows.Power>> byAction = new LinkedHashMap<>();
        powers.forEach(power -> byAction.computeIfAbsent(power.action(), action -> new LinkedHashMap<>())
                .putIfAbsent(power.account(), power));
        return byAction.entrySet().stream()
                .map(entry -> new Effect(
                        words.action(entry.getKey(), locale),
                        gain,
                        entry.getValue().size(),
                        entry.getValue().values().stream()
                                .limit(NAMED)
                                .map(power -> power.name() + " (" + words.unit(power.unit(), locale) + ")")
                                .toList()))
                .toList();
    }
}
