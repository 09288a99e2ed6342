import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.reference.ReferenceRow;
import vn.haidang.reference.Sheet;
import vn.haidang.worktime.AfterSupplement;
import vn.haidang.worktime.Claim;
import vn.haidang.worktime.Deadline;
import vn.haidang.worktime.Deadlines;
import vn.haidang.worktime.FixedHoliday;
import vn.haidang.worktime.LegalDuration;
import vn.haidang.worktime.OfficeHours;
import vn.haidang.worktime.Pause;
import vn.haidang.worktime.TimeLimit;
import vn.haidang.worktime.WorkCalendar;
import vn.haidang.worktime.internal.DayImporter;
import vn.haidang.worktime.internal.DayRow;

/**
 * Measures how many deadlines a second one thread of the product computes, each with its derivation, on the shipped calendar.
 *
 * <p>10,000 claims, made by a seed: filed at any minute of 2020 to 2026, limits as procedures have them, a third of them paused
 * once, some still. Two figures: the answer with its derivation, and the same written as the text that a case keeps. Each round
 * reckons all claims several times; the figure is the median of the rounds after the warm-up. Run by {@code bin/bench deadlines};
 * compiled when it is run, against the program as it is laid out.
 */
public final class DeadlinesBench {

    private static final int CLAIMS = 10_000;
    private static final int TIMES = 20;
    private static final int WARM_UP = 3;

    private static final List<String> LIMITS =
            List.of("same-day@15:00", "same-day@15:00", "1wd", "3wd", "3wd", "5wd", "15wd", "30wd", "8wh", "40wh", "10d", "1m");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeadlinesBench() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 2 && arguments[0].equals("--rounds") ? Integer.parseInt(arguments[1]) : 7;
        List<Claim> claims = claims();
        WorkCalendar calendar = calendar();
        String before = load();
        List<Deadline> answers = claims.stream().map(new Deadlines(calendar)::due).toList();
        double lines = answers.stream()
                .mapToInt(answer -> answer.derivation().lines().size())
                .average()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%,d claims, %.1f lines of derivation each, %.1f %% provisional, %.1f %% paused now%n",
                CLAIMS,
                lines,
                100.0 * answers.stream().filter(Deadline::provisional).count() / CLAIMS,
                100.0 * answers.stream().filter(Deadline::paused).count() / CLAIMS);
        measure("with derivation", rounds, claims, calendar, answer -> answer.derivation()
                .lines()
                .size());
        measure("with derivation, written as JSON", rounds, claims, calendar, answer -> JSON.writeValueAsString(answer)
                .length());
        System.out.println("one thread, load " + before + " → " + load());
    }

    private static void measure(
            String what, int rounds, List<Claim> claims, WorkCalendar calendar, ToLongFunction<Deadline> use) {
        double[] perSecond = new double[rounds];
        double[] perCpuSecond = new double[rounds];
        long used = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            long cpu = cpu();
            long begin = System.nanoTime();
            for (int time = 0; time < TIMES; time++) {
                Deadlines deadlines = new Deadlines(calendar);
                for (Claim claim : claims) {
                    used += use.applyAsLong(deadlines.due(claim));
                }
            }
            if (round >= 0) {
                perSecond[round] = CLAIMS * TIMES * 1e9 / (System.nanoTime() - begin);
                perCpuSecond[round] = CLAIMS * TIMES * 1e9 / (cpu() - cpu);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %,.0f |%n",
                what,
                Arrays.stream(perSecond).mapToObj(one -> "%,.0f".formatted(one)).collect(Collectors.joining(", ")),
                Arrays.stream(perSecond).min().orElseThrow(),
                median(perSecond),
                median(perCpuSecond));
        if (used == 0) {
            throw new IllegalStateException("nothing was computed");
        }
    }

    private static List<Claim> claims() {
        var random = new Random(227);
        List<Claim> claims = new ArrayList<>();
        Instant first = LocalDate.of(2020, 1, 2).atStartOfDay(WorkCalendar.ZONE).toInstant();
        for (int i = 0; i < CLAIMS; i++) {
            Instant filed = first.plus(Duration.ofMinutes(random.nextInt(7 * 365 * 1440 - 1440)));
            List<Pause> pauses = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                Instant stop = filed.plus(Duration.ofMinutes(1 + random.nextInt(3 * 1440)));
                Instant end = random.nextInt(5) == 0 ? null : stop.plus(Duration.ofMinutes(random.nextInt(9 * 1440)));
                pauses.add(new Pause(stop, end, "supplement", "basis"));
            }
            var limit = new TimeLimit(
                    LegalDuration.parse(LIMITS.get(random.nextInt(LIMITS.size()))), "source", AfterSupplement.RESUME, "rule");
            claims.add(new Claim(filed, limit, "standard", pauses, filed.plus(Duration.ofDays(60))));
        }
        return claims;
    }

    private static WorkCalendar calendar() throws IOException {
        List<OfficeHours.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                spans.add(span(day, 8, 12));
                spans.add(span(day, 13, 17));
            }
        }
        return new WorkCalendar(
                1,
                rows("day", DayImporter.COLUMNS).stream()
                        .map(DayImporter::row)
                        .map(DayRow::day)
                        .filter(Objects::nonNull)
                        .toList(),
                rows("year", List.of("year", "status", "known_from", "source", "confidence")).stream()
                        .filter(row -> row.text("status").equals("official"))
                        .map(row -> row.integer("year"))
                        .collect(Collectors.toSet()),
                rows(
                                "fixed_holiday",
                                List.of(
                                        "day", "name", "name_en", "valid_from", "valid_to", "known_from", "source",
                                        "confidence"))
                        .stream()
                        .map(row -> new FixedHoliday(
                                MonthDay.parse("--" + row.text("day")),
                                row.text("name"),
                                row.text("name_en"),
                                row.date("valid_from"),
                                row.optionalDate("valid_to").orElse(null),
                                row.text("source")))
                        .toList(),
                List.of(new OfficeHours("standard", "x", "x", spans)));
    }

    private static OfficeHours.Span span(DayOfWeek day, int opens, int closes) {
        return new OfficeHours.Span(
                day, LocalTime.of(opens, 0), LocalTime.of(closes, 0), LocalDate.of(2020, 1, 1), null, null, "source");
    }

    private static List<ReferenceRow> rows(String table, List<String> columns) throws IOException {
        try (InputStream file =
                DeadlinesBench.class.getResourceAsStream("/reference-data/worktime/" + table + ".csv")) {
            return Sheet.read(table + ".csv", file.readAllBytes(), List.of(new Sheet.Level("", columns)))
                    .rows();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
