package vn.haidang.indicator.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.haidang.indicator.Series.Basis;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.PeriodKind;

/** What can be chosen above the numbers. */
public final class Choosing {

    private static final List<String> POLICIES = List.of("calendar", "decree-09-2019");

    private Choosing() {}

    public static List<Option> units(FigureHead head, Screen screen) {
        return head.choosable().stream()
                .map(unit -> Option.of(unit.key(), Words.unit(unit, screen)))
                .toList();
    }

    public static List<Option> bases(Screen screen) {
        return Arrays.stream(Basis.values())
                .map(basis -> Option.of(basis.name(), screen.say("indicator.basis." + basis)))
                .toList();
    }

    /** The lengths of period that the chosen policy fixes. */
    public static List<Option> steps(FigureHead head, Screen screen) {
        return Arrays.stream(PeriodKind.values())
                .filter(kind -> head.choice().policy().fixes(kind))
                .map(kind -> Option.of(kind.name(), screen.say("indicator.step." + kind)))
                .toList();
    }

    public static List<Option> policies(Screen screen) {
        return POLICIES.stream()
                .map(policy -> Option.of(policy, screen.say("indicator.policy." + policy)))
                .toList();
    }

    /** All, and each member; none where facts cannot be told apart. */
    public static List<Option> members(FigureHead head, Screen screen) {
        var breakdown = head.breakdown();
        var options = new ArrayList<Option>();
        if (breakdown != null) {
            options.add(Option.of("", screen.say("indicator.member.all")));
            breakdown.members().forEach(member -> options.add(Option.of(member, screen.say(breakdown.keyOf(member)))));
        }
        return options;
    }
}
