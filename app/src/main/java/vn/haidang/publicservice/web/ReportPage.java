package vn.haidang.publicservice.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.Channel;
import vn.haidang.indicator.DayRange;
import vn.haidang.indicator.FigureLink;
import vn.haidang.indicator.ListedUnits;
import vn.haidang.indicator.Reported;
import vn.haidang.organization.Unit;
import vn.haidang.publicservice.internal.dossiers.DossierCount;
import vn.haidang.publicservice.internal.dossiers.ProcedureReport.Counts;
import vn.haidang.publicservice.internal.dossiers.ProcedureReport.Line;
import vn.haidang.publicservice.internal.dossiers.ProcedureReport.Sheet;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;

/**
 * The report on procedures of one unit and period.
 *
 * @param fields names of the fields in English
 */
public record ReportPage(
        Reported asked,
        Sheet sheet,
        ListedUnits<Line> listed,
        List<Unit> path,
        List<Unit> choices,
        List<PeriodPolicy> policies,
        Map<String, String> fields) {

    public static final String PATH = "/reports/procedures";

    private static final String REST = "rest";

    public ReportPage {
        path = List.copyOf(path);
        choices = List.copyOf(choices);
        policies = List.copyOf(policies);
        fields = Map.copyOf(fields);
    }

    /** A column and the component of the figures it opens to. */
    public enum Column {
        CARRIED_OVER(DossierCount.OPEN),
        ONLINE(DossierCount.RECEIVED),
        COUNTER(DossierCount.RECEIVED),
        POST(DossierCount.RECEIVED),
        RECEIVED(DossierCount.RECEIVED),
        TAKEN_OVER(DossierCount.TAKEN_OVER),
        EARLY(DossierCount.EARLY),
        ON_TIME(DossierCount.ON_TIME),
        LATE(DossierCount.DONE_LATE),
        RETURNED(DossierCount.RETURNED),
        HANDED_OVER(DossierCount.HANDED_OVER),
        OPEN(DossierCount.OPEN),
        OPEN_LATE(DossierCount.LATE);

        private final String component;

        Column(String component) {
            this.component = component;
        }

        public String key() {
            return "publicservice.report.column." + code();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private @Nullable Channel channel() {
            return switch (this) {
                case ONLINE -> Channel.ONLINE;
                case COUNTER -> Channel.COUNTER;
                case POST -> Channel.POST;
                case CARRIED_OVER, RECEIVED, TAKEN_OVER, EARLY, ON_TIME, LATE, RETURNED, HANDED_OVER, OPEN, OPEN_LATE ->
                    null;
            };
        }

        public long of(Counts counts) {
            return switch (this) {
                case CARRIED_OVER -> counts.carriedOver();
                case ONLINE -> counts.in(Channel.ONLINE);
                case COUNTER -> counts.in(Channel.COUNTER);
                case POST -> counts.in(Channel.POST);
                case RECEIVED -> counts.in();
                case TAKEN_OVER -> counts.takenOver();
                case EARLY -> counts.early();
                case ON_TIME -> counts.onTime();
                case LATE -> counts.late();
                case RETURNED -> counts.returned();
                case HANDED_OVER -> counts.handedOver();
                case OPEN -> counts.open();
                case OPEN_LATE -> counts.openLate();
            };
        }
    }

    /** Those that anything stands in: few units ever hand anything over. */
    public List<Column> columns() {
        return Arrays.stream(Column.values())
                .filter(column -> switch (column) {
                    case TAKEN_OVER, HANDED_OVER ->
                        column.of(sheet.whole().counts()) > 0
                                || sheet.units().stream().anyMatch(line -> column.of(line.counts()) > 0);
                    case CARRIED_OVER,
                            ONLINE,
                            COUNTER,
                            POST,
                            RECEIVED,
                            EARLY,
                            ON_TIME,
                            LATE,
                            RETURNED,
                            OPEN,
                            OPEN_LATE -> true;
                })
                .toList();
    }

    /** What is no unit's below, as a line of its own; none where nothing is left, or where there are no units below. */
    public List<Line> rest() {
        return sheet.rest().nothing() || sheet.units().isEmpty()
                ? List.of()
                : List.of(new Line(asked.unit(), null, REST, sheet.rest()));
    }

    private static boolean isRest(Line line) {
        return line.member() == null && line.name().equals(REST);
    }

    /** Where a number opens; null where it is none, or where no one address opens to it. */
    public @Nullable String link(Line line, Column column) {
        if (column.of(line.counts()) == 0 || isRest(line)) {
            return null;
        }
        DayRange days = column == Column.CARRIED_OVER ? asked.before() : asked.days();
        return FigureLink.of(
                DossierCount.CODE, column.component, line.unit(), days, member(line, column), asked.knownOn());
    }

    private static @Nullable String member(Line line, Column column) {
        Channel channel = column.channel();
        String member = line.member();
        if (channel == null || (member != null && member.startsWith(DossierCount.BETWEEN))) {
            return member;
        }
        return (member == null ? DossierCount.BETWEEN : member) + channel.name();
    }

    public String name(Line line, Screen screen) {
        if (isRest(line)) {
            return screen.say("publicservice.report.rest", name(line.unit(), screen));
        }
        String member = line.member();
        if (member == null) {
            return name(line.unit(), screen);
        }
        if (member.startsWith(DossierCount.BETWEEN)) {
            return screen.say("casework.channel." + line.name());
        }
        return screen.english() ? fields.getOrDefault(line.name(), line.name()) : line.name();
    }

    public static String name(Unit unit, Screen screen) {
        return screen.english() ? unit.nameEn() : unit.name();
    }

    /** The law by which periods are cut; empty where none does. */
    public String basis(Screen screen) {
        String key = "publicservice.report.basis." + asked.policy().code();
        return screen.knows(key) ? screen.say(key) : "";
    }

    public String period(Screen screen) {
        return screen.say(
                "publicservice.report.period." + asked.kind(),
                Integer.toString(asked.period().number()),
                Integer.toString(asked.period().year()));
    }

    public List<Option> units(Screen screen) {
        return choices.stream()
                .map(unit -> Option.of(unit.key(), name(unit, screen)))
                .toList();
    }

    public List<Option> kinds(Screen screen) {
        return Arrays.stream(PeriodKind.values())
                .filter(asked.policy()::fixes)
                .map(kind -> Option.of(kind.name(), screen.say("publicservice.report.step." + kind)))
                .toList();
    }

    public List<Option> ways(Screen screen) {
        return policies.stream()
                .map(policy -> Option.of(policy.code(), screen.english() ? policy.nameEn() : policy.name()))
                .toList();
    }
}
