package vn.haidang.identity.web.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.internal.staff.RoleDesk;
import vn.haidang.identity.internal.staff.RoleEdit;
import vn.haidang.identity.internal.staff.RoleRows;

/**
 * A change of roles before it is saved.
 *
 * @param effects what it does to people, one by one
 * @param orphans actions nobody could do any more
 * @param oneself whether whoever looks would gain something
 * @param last whether nobody could change roles any more, so that it cannot be saved
 * @param meanwhile whether what was shown first is not so any more
 */
public record RoleChangePage(
        List<Line> lines,
        List<Effect> effects,
        List<String> orphans,
        boolean oneself,
        boolean last,
        String token,
        boolean meanwhile) {

    private static final int NAMED = 12;

    /** One action of a role; {@code text} comes back as it is. */
    public record Line(String role, String action, boolean granted, String text) {}

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
                proposal.edits().stream().map(edit -> line(edit, words, locale)).toList(),
                List.copyOf(effects),
                proposal.orphans().stream()
                        .map(action -> words.action(action, locale))
                        .toList(),
                proposal.gains().stream().anyMatch(power -> power.account().equals(reader)),
                proposal.last(),
                proposal.token(),
                meanwhile);
    }

    private static Line line(RoleEdit edit, StaffWords words, Locale locale) {
        return new Line(
                words.role(edit.role(), locale), words.action(edit.action(), locale), edit.granted(), edit.text());
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
