package vn.haidang.scorecard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import vn.haidang.indicator.FigureLink;
import vn.haidang.indicator.ListedUnits;
import vn.haidang.indicator.Reported;
import vn.haidang.organization.Tier;
import vn.haidang.organization.Unit;
import vn.haidang.scorecard.Amount.Term;
import vn.haidang.scorecard.Score;
import vn.haidang.scorecard.Score.Line;
import vn.haidang.scorecard.Score.Outcome;
import vn.haidang.scorecard.Score.Status;
import vn.haidang.scorecard.ScoreSheet;
import vn.haidang.scorecard.ScoreSheet.Section;
import vn.haidang.scorecard.ScoreSheets.UnitScore;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;
import vn.haidang.worktime.PeriodKind;
import vn.haidang.worktime.PeriodPolicy;

/** The score of a unit by a sheet, item by item, and of those under it. */
public record ScorePage(
        ScoreSheet sheet,
        Reported asked,
        Score score,
        List<Line> others,
        ListedUnits<UnitScore> below,
        List<Unit> path,
        List<Unit> choices,
        List<PeriodPolicy> policies) {

    private static final int DIGITS = 2;

    /** So many lost lines are named before all else. */
    private static final int MOST_LOST = 5;

    public ScorePage {
        others = List.copyOf(others);
        path = List.copyOf(path);
        choices = List.copyOf(choices);
        policies = List.copyOf(policies);
    }

    public String address() {
        return "/score/" + sheet.code();
    }

    public List<Line> lines(Section section) {
        return score.lines().stream()
                .filter(line -> line.item().section().equals(section.code()))
                .toList();
    }

    /** A line with the points that are certainly lost on it. */
    public record Lost(Line line, BigDecimal points) {}

    /** Where most points are lost, the most first. */
    public List<Lost> lost() {
        return score.lines().stream()
                .filter(ScorePage::reckoned)
                .map(line -> new Lost(line, possible(line).subtract(line.most())))
                .filter(each -> each.points().signum() > 0)
                .sorted(Comparator.comparing(Lost::points).reversed())
                .limit(MOST_LOST)
                .toList();
    }

    /** {@code 7 dòng, được 12,5 trên 20 điểm}: what a section comes to, before it is unfolded. */
    public String sum(Section section, Screen screen) {
        List<Line> all = lines(section);
        List<Line> reckoned = all.stream().filter(ScorePage::reckoned).toList();
        return screen.say(
                "scorecard.section.fold",
                all.size(),
                points(sum(reckoned, Line::least), sum(reckoned, Line::most), screen),
                number(sum(reckoned, ScorePage::possible), screen));
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> points) {
        return lines.stream().map(points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean reckoned(Line line) {
        return line.scored() && line.outcome() != Outcome.UNKNOWN && line.outcome() != Outcome.LEFT_OUT;
    }

    private static BigDecimal possible(Line line) {
        BigDecimal points = line.item().points();
        return points == null ? BigDecimal.ZERO : points;
    }

    /** The same item by the rules of other days. */
    public List<Line> others(Line line) {
        return others.stream()
                .filter(other -> other.item().code().equals(line.item().code()))
                .toList();
    }

    /** Whether the rule by which the whole period is reckoned began only within it. */
    public boolean newWithin(Line line) {
        return line.item().validFrom().isAfter(asked.days().first());
    }

    /** On which days the rule of a line holds. */
    public static String validity(Line line, Screen screen) {
        String from = screen.shortDay(line.item().validFrom());
        LocalDate to = line.item().validTo();
        return to == null
                ? screen.say("scorecard.valid.from", from)
                : screen.say("scorecard.valid", from, screen.shortDay(to.minusDays(1)));
    }

    /** How many items came out so. */
    public long lines(Status status) {
        return score.lines().stream().filter(line -> line.status() == status).count();
    }

    public static String colour(Status status) {
        return switch (status) {
            case MEASURED -> "green";
            case GIVEN -> "blue";
            case NOT_KNOWN -> "grey";
            case NOT_ESTABLISHED -> "amber";
        };
    }

    public boolean commune() {
        return asked.unit().tier() == Tier.COMMUNE;
    }

    public static String name(Unit unit, Screen screen) {
        return screen.english() ? unit.nameEn() : unit.name();
    }

    /** {@code 38,2} or {@code 36,2 – 38,2}. */
    public static String points(BigDecimal least, BigDecimal most, Screen screen) {
        return least.compareTo(most) == 0
                ? number(least, screen)
                : screen.say("scorecard.range", number(least, screen), number(most, screen));
    }

    public static String number(BigDecimal number, Screen screen) {
        BigDecimal plain = number.stripTrailingZeros();
        return screen.decimal(number, Math.clamp(plain.scale(), 0, DIGITS));
    }

    public static String points(Score score, Screen screen) {
        return points(score.least(), score.most(), screen);
    }

    /** Where a component opens to its records. */
    public String link(Term term) {
        return FigureLink.of(
                term.measure(), term.component(), asked.unit(), asked.days(), term.member(), asked.knownOn());
    }

    /** The key of a component's name in the messages of the module that counts it. */
    public static String key(Term term) {
        String code = term.measure().value();
        int slash = code.indexOf('/');
        return code.substring(0, slash) + ".measure." + code.substring(slash + 1) + "." + term.component();
    }

    public String period(Screen screen) {
        return screen.say(
                "scorecard.period." + asked.kind(),
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
                .map(kind -> Option.of(kind.name(), screen.say("scorecard.step." + kind)))
                .toList();
    }

    public List<Option> ways(Screen screen) {
        return policies.stream()
                .map(policy -> Option.of(policy.code(), screen.english() ? policy.nameEn() : policy.name()))
                .toList();
    }
}
