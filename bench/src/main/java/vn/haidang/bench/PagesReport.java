package vn.haidang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured of pages, as a section of the results. */
final class PagesReport {

    static final String WARM = "warm";

    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private record Row(int cases, String state, PagesBench.Question question, Latencies latencies) {}

    private record Size(int cases, Map<String, Long> bytes) {}

    private final PagesBench.Plan plan;
    private final List<Row> rows = new ArrayList<>();
    private final List<Size> sizes = new ArrayList<>();

    PagesReport(PagesBench.Plan plan) {
        this.plan = plan;
    }

    void add(int cases, String state, Map<PagesBench.Question, Latencies> measured, Map<String, Long> bytes) {
        measured.forEach((question, latencies) -> rows.add(new Row(cases, state, question, latencies)));
        if (state.equals(WARM)) {
            sizes.add(new Size(cases, bytes));
        }
    }

    String text() {
        var text = new StringBuilder("\n## Pages in a large city, %s\n\n".formatted(LocalDate.now()));
        text.append(
                """
                %s. %,d residents, %d %% of the cases open, %d %% of all with one department. One client on the same cores; %d requests
                each after %d to warm up; a request is counted from before it is sent until its page is received whole. In the rows of a database just
                started the program has just started, too, and nothing was asked before: the most is the very first answer.

                | page | cases | state | p50 ms | p95 ms | most ms | bar, p95 ms | met |
                |---|---|---|---|---|---|---|---|
                """.formatted(machine(), plan.residents(), plan.open(), plan.large(), plan.requests(), plan.warmUp()));
        for (Row row : rows) {
            double p95 = row.latencies().percentileMillis(0.95);
            text.append("| %s | %,d | %s | %.1f | %.1f | %.1f | %d | %s |%n"
                    .formatted(
                            row.question().name(),
                            row.cases(),
                            row.state(),
                            row.latencies().percentileMillis(0.5),
                            p95,
                            row.latencies().percentileMillis(1),
                            row.question().bar(),
                            !row.state().equals(WARM)
                                    ? "–"
                                    : p95 < row.question().bar() ? "yes" : "**no**"));
        }
        growth(text);
        text.append("\n| at | what | rows | table GB | indexes GB |\n|---|---|---|---|---|\n");
        for (Size size : sizes) {
            size.bytes().keySet().stream()
                    .filter(key -> key.endsWith(" rows"))
                    .map(key -> key.substring(0, key.length() - " rows".length()))
                    .forEach(table -> text.append(String.format(
                            Locale.ROOT,
                            "| %,d cases | `%s` | %,d | %.2f | %.2f |%n",
                            size.cases(),
                            table,
                            size.bytes().getOrDefault(table + " rows", 0L),
                            size.bytes().getOrDefault(table + " table", 0L) / GIGABYTE,
                            size.bytes().getOrDefault(table + " indexes", 0L) / GIGABYTE)));
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d cases | the whole database | | %.2f | |%n",
                    size.cases(),
                    size.bytes().getOrDefault("database", 0L) / GIGABYTE));
        }
        return text.toString();
    }

    /** How many times as long a page takes in the largest city as in the smallest. */
    private void growth(StringBuilder text) {
        int small = plan.sizes().getFirst();
        int great = plan.sizes().getLast();
        if (small == great) {
            return;
        }
        text.append("\n| page | p50, %,d / %,d cases | p95 |%n|---|---|---|%n".formatted(great, small));
        for (Row before : rows) {
            for (Row after : rows) {
                if (before.cases() == small
                        && after.cases() == great
                        && after.state().equals(WARM)
                        && before.question().name().equals(after.question().name())) {
                    text.append("| %s | %.2f | %.2f |%n"
                            .formatted(
                                    before.question().name(), ratio(after, before, 0.5), ratio(after, before, 0.95)));
                }
            }
        }
    }

    private static double ratio(Row after, Row before, double share) {
        return after.latencies().percentileMillis(share) / before.latencies().percentileMillis(share);
    }

    private static String machine() {
        try {
            return "%d cores, %d GiB, load %.1f at the end"
                    .formatted(Machine.cores(), Machine.memoryBytes() >> 30, Machine.load());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
