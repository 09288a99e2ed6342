package vn.haidang.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run written down so that it can be judged without having seen it: every round, medians, ratios, circumstances. */
record LifecycleReport(LifecycleBench.Plan plan, List<Round> rounds, Circumstances circumstances) {

    /** Where and when it was measured. */
    record Circumstances(LocalDate day, int cores, long memoryBytes, String java, Duration flush) {}

    static LifecycleReport of(LifecycleBench.Plan plan, List<Round> rounds, Duration flush) throws IOException {
        return new LifecycleReport(
                plan,
                rounds,
                new Circumstances(
                        LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")),
                        Machine.cores(),
                        Machine.memoryBytes(),
                        Runtime.version().toString(),
                        flush));
    }

    String markdown() {
        var medians = medians();
        return String.join("\n", heading(), everyRound(), medianTable(medians), ratioTable(medians), claim(medians));
    }

    /** Processor time per case beside the better peer and beside the limit, where they were measured. */
    private static String claim(Map<String, Figures> medians) {
        var first = medians.entrySet().iterator().next();
        var claim = new StringBuilder();
        medians.entrySet().stream()
                .skip(1)
                .filter(other -> !other.getKey().equals(PlainSqlContender.NAME))
                .min(Comparator.comparingDouble(other -> other.getValue().cpu()))
                .ifPresent(peer -> claim.append(String.format(
                        Locale.ROOT,
                        "CPU per case, server and PostgreSQL: %s, the better peer, needs %.2f times that of %s.%n",
                        peer.getKey(),
                        peer.getValue().cpu() / first.getValue().cpu(),
                        first.getKey())));
        Figures limit = medians.get(PlainSqlContender.NAME);
        if (limit != null && medians.size() > 1) {
            claim.append(String.format(
                    Locale.ROOT,
                    "%s needs %.2f times the CPU of plain SQL, whose own client is not counted, and %.2f times its PostgreSQL.%n",
                    first.getKey(),
                    first.getValue().cpu() / limit.cpu(),
                    first.getValue().postgresCpu() / limit.postgresCpu()));
        }
        return claim.toString();
    }

    private String heading() {
        String settings = PostgresServer.SETTINGS.entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """

                ## Case lifecycle, %s

                %d cores, %.0f GiB, client on the same cores; Java %s, heap 1 GB for peers, 512 MB for ours. PostgreSQL from the product's binaries, an empty database
                for each row below, %s; one page forced to this disk takes %.2f ms.
                A case is started with two values and worked through five tasks, each found and then completed with one value more: 11 requests.
                %,d cases after %,d to warm up, %d keep-alive clients, %d %s each, alternating. A request is counted from before it is sent
                until its answer is received whole; cases/s from the first request to the last answer; processor time over the same span.
                After each round every case was found stored whole in the database.
                """,
                circumstances.day(),
                circumstances.cores(),
                circumstances.memoryBytes() / 1073741824.0,
                circumstances.java(),
                settings,
                circumstances.flush().toNanos() / 1e6,
                plan.cases(),
                plan.warmUp(),
                plan.clients(),
                plan.rounds(),
                plan.rounds() == 1 ? "round" : "rounds");
    }

    private String everyRound() {
        var table = new StringBuilder("""
                | round | | cases/s | request p50 / p95 / p99 ms | CPU ms per case: server + PostgreSQL | RSS MiB | load before → after | others' CPU | database MiB |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (Round round : rounds) {
            Figures figures = round.figures();
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %s | %.1f | %s | %s | %.0f | %.1f → %.1f | %.0f %% | %.0f |%n",
                    round.number(),
                    round.contender(),
                    figures.casesPerSecond(),
                    percentiles(figures),
                    cpu(figures),
                    figures.residentMebibytes(),
                    round.loadBefore(),
                    round.loadAfter(),
                    round.othersShare() * 100,
                    round.databaseBytes() / 1048576.0));
        }
        return table.toString();
    }

    private static String medianTable(Map<String, Figures> medians) {
        var table = new StringBuilder("""
                | median of rounds | cases/s | request p50 / p95 / p99 ms | CPU ms per case: server + PostgreSQL | RSS MiB |
                |---|---|---|---|---|
                """);
        medians.forEach((contender, figures) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %s | %s | %.0f |%n",
                contender,
                figures.casesPerSecond(),
                percentiles(figures),
                cpu(figures),
                figures.residentMebibytes())));
        return table.toString();
    }

    private static String ratioTable(Map<String, Figures> medians) {
        var first = medians.entrySet().iterator().next();
        var table = new StringBuilder("""
                | %s, as a multiple of | cases/s | request p50 | request p95 | CPU per case |
                |---|---|---|---|---|
                """.formatted(first.getKey()));
        medians.entrySet().stream().skip(1).forEach(other -> {
            Figures ours = first.getValue();
            Figures theirs = other.getValue();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                    other.getKey(),
                    ours.casesPerSecond() / theirs.casesPerSecond(),
                    ours.p50() / theirs.p50(),
                    ours.p95() / theirs.p95(),
                    ours.cpu() / theirs.cpu()));
        });
        return medians.size() == 1 ? "" : table.toString();
    }

    private Map<String, Figures> medians() {
        Map<String, List<Figures>> byContender = rounds.stream()
                .collect(Collectors.groupingBy(
                        Round::contender, LinkedHashMap::new, Collectors.mapping(Round::figures, Collectors.toList())));
        Map<String, Figures> medians = new LinkedHashMap<>();
        byContender.forEach((contender, figures) -> medians.put(contender, Figures.medians(figures)));
        return medians;
    }

    private static String percentiles(Figures figures) {
        return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", figures.p50(), figures.p95(), figures.p99());
    }

    private static String cpu(Figures figures) {
        return String.format(
                Locale.ROOT, "%.1f + %.1f = %.1f", figures.serverCpu(), figures.postgresCpu(), figures.cpu());
    }
}
