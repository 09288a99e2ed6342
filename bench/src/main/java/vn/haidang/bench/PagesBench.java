package vn.haidang.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the pages that officials look at all day, in a city that grows: first pages and deep ones, of a small desk, of a large
 * department, and of somebody who may see little; once more after the database was started anew.
 */
public final class PagesBench {

    /**
     * How large the city is, and how often each page is asked for.
     *
     * @param only measured are the pages whose name holds this
     */
    record Plan(List<Integer> sizes, int residents, int open, int large, int requests, int warmUp, String only) {}

    /**
     * One page as one reader asks for it.
     *
     * @param bar milliseconds below which nineteen of twenty answers must stay
     */
    record Question(String name, String reader, int bar, List<String> paths) {

        /** Whether a button is pressed and what it leads to is waited for. */
        boolean pressed() {
            return paths.getFirst().startsWith(PRESSED);
        }
    }

    private static final String PRESSED = "POST ";

    private static final int DESK = 100;
    private static final int SEARCH = 50;
    static final int PLAN = 200;
    private static final int COLD_REQUESTS = 10;

    private final Plan plan;
    private final Path bench;
    private final Path work;
    private final Path cities;
    private final PagesReport report;

    private PagesBench(Plan plan, Path bench, Path work, Path cities) {
        this.plan = plan;
        this.bench = bench;
        this.work = work;
        this.cities = cities;
        this.report = new PagesReport(plan);
    }

    public static void main(String[] arguments) throws Exception {
        Plan plan;
        Path bench;
        Path target;
        String keep;
        try {
            var options = Options.parse(
                    arguments,
                    new TreeSet<>(List.of(
                            "cases",
                            "first",
                            "residents",
                            "open",
                            "large",
                            "requests",
                            "warm-up",
                            "bench",
                            "report",
                            "keep",
                            "only")));
            int cases = options.count("cases", 1_000_000);
            int first = Math.min(cases, options.count("first", 100_000));
            plan = new Plan(
                    first == cases ? List.of(cases) : List.of(first, cases),
                    options.count("residents", 200_000),
                    options.count("open", 10),
                    options.count("large", 20),
                    options.count("requests", 100),
                    options.count("warm-up", 30),
                    options.text("only", ""));
            keep = options.text("keep", "");
            bench = Path.of(options.text("bench", "bench")).toAbsolutePath();
            target = Path.of(options.text("report", "target/pages.md")).toAbsolutePath();
        } catch (IllegalArgumentException e) {
            System.err.println("bench pages: " + e.getMessage());
            System.exit(2);
            return;
        }
        Path work = Files.createTempDirectory("haidang-pages");
        try {
            Path cities = keep.isEmpty()
                    ? work
                    : Files.createDirectories(Path.of(keep).toAbsolutePath());
            String text = new PagesBench(plan, bench, work, cities).run();
            Files.createDirectories(target.getParent());
            Files.writeString(target, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.out.println(text);
        } finally {
            Folders.delete(work);
        }
    }

    private String run() throws Exception {
        int largest = 0;
        for (int size : plan.sizes()) {
            make(size, largest);
            largest = size;
        }
        for (int size : plan.sizes()) {
            try (var server = PostgresServer.again(data(size));
                    var program = program(server, "city-" + size, false)) {
                new CityYear(server).auditor();
                report.add(
                        size,
                        PagesReport.WARM,
                        measure(program, questions(server), plan.warmUp(), plan.requests()),
                        sizes(server));
            }
        }
        try (var server = PostgresServer.again(data(largest));
                var program = program(server, "cold", false)) {
            new CityYear(server).auditor();
            var questions = questions(server);
            report.add(largest, "database just started", measure(program, questions, 0, COLD_REQUESTS), sizes(server));
        }
        return report.text();
    }

    /** A city of this size, made once from those of the smaller one and kept as long as its folder. */
    private void make(int size, int before) throws Exception {
        Path data = data(size);
        Path whole = cities.resolve("city-" + size + ".whole");
        if (Files.exists(whole)) {
            return;
        }
        if (Files.exists(data)) {
            Folders.delete(data);
        }
        if (before > 0) {
            say("copying the city of %,d cases".formatted(before));
            Folders.copy(data(before), data);
        }
        long begun = System.nanoTime();
        try (var server = before > 0 ? PostgresServer.again(data) : PostgresServer.start(data)) {
            var year = new CityYear(server);
            if (before == 0) {
                new HaidangDatabase(server).prepare();
                try (var program = program(server, "first", true)) {
                    program.untilTheDemoIsThere();
                }
                year.people(plan.residents());
            }
            year.cases(before + 1, size, plan.residents(), plan.open(), plan.large(), PagesBench::say);
        }
        say("made in %d s".formatted((System.nanoTime() - begun) / 1_000_000_000));
        Files.createFile(whole);
    }

    private Path data(int size) {
        return cities.resolve("city-" + size);
    }

    /** One for all cities: the keys in their databases open only with its secret. */
    static Path home(Path cities) {
        return cities.resolve("home");
    }

    private PagesProgram program(PostgresServer server, String name, boolean demo)
            throws IOException, InterruptedException {
        say("starting the program: " + name);
        return PagesProgram.start(bench, server, work.resolve(name + ".log"), home(cities), demo);
    }

    private Map<Question, Latencies> measure(PagesProgram program, List<Question> questions, int warmUp, int requests)
            throws Exception {
        Map<Question, Latencies> measured = new LinkedHashMap<>();
        Map<String, JsonClient> clients = new LinkedHashMap<>();
        try {
            for (Question question : questions) {
                if (!question.name().contains(plan.only())) {
                    continue;
                }
                JsonClient client = clients.get(question.reader());
                if (client == null) {
                    client = program.signIn(question.reader());
                    clients.put(question.reader(), client);
                }
                String shown = question.pressed() ? client.page("/desk") : "";
                for (int i = 0; i < warmUp; i++) {
                    shown = ask(client, question, i, shown);
                }
                client.latencies().clear();
                for (int i = 0; i < requests; i++) {
                    shown = ask(client, question, warmUp + i, shown);
                }
                measured.put(question, Latencies.merge(List.of(client.latencies())));
                say("%s: p95 %.1f ms"
                        .formatted(question.name(), measured.get(question).percentileMillis(0.95)));
            }
        } finally {
            clients.values().forEach(JsonClient::close);
        }
        return measured;
    }

    /** A button is pressed on the page shown before, so that each press opens another file. */
    private static String ask(JsonClient client, Question question, int turn, String shown)
            throws IOException, InterruptedException {
        String path = question.paths().get(turn % question.paths().size());
        if (!question.pressed()) {
            return client.page(path);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("_csrf", "after")) {
            Matcher hidden =
                    Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(shown);
            if (hidden.find()) {
                fields.put(field, hidden.group(1));
            }
        }
        return client.follow(path.substring(PRESSED.length()), fields);
    }

    /** The readers: a commune's desk, a large department, its head, and somebody with small posts at two communes. */
    private static List<Question> questions(PostgresServer server) throws SQLException {
        String desk = "bench-one-stop-officer-1-1";
        String large = "bench-specialist-0-1";
        String head = "bench-unit-head-0-1";
        String restricted = "bench-restricted";
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("inbox, first page, a commune's desk", desk, DESK, List.of("/desk")));
        questions.add(new Question("inbox, first page, a large department", large, DESK, List.of("/desk")));
        questions.add(
                new Question("inbox, nine tenths deep, a large department", large, DESK, deep(server, large, 0.9)));
        questions.add(new Question("inbox, half deep, back", large, DESK, back(server, large, 0.5)));
        questions.add(new Question("inbox, late, a large department", large, DESK, List.of("/desk?filter=late")));
        questions.add(new Question("inbox, waiting, a large department", large, DESK, List.of("/desk?filter=waiting")));
        questions.add(new Question(
                "inbox, a rare name, a large department", large, DESK, List.of("/desk?q=quach+bich+quynh")));
        questions.add(new Question("inbox, a common name, a large department", large, DESK, List.of("/desk?q=nguyen")));
        questions.add(
                new Question("inbox, with all choices, a large department", large, DESK, List.of("/desk?panel=open")));
        questions.add(new Question("inbox, all work of the unit, its head", head, DESK, List.of("/desk?scope=unit")));
        questions.add(new Question("workload, a large department", head, DESK, List.of("/desk/workload")));
        questions.add(new Question("inbox, first page, restricted reader", restricted, DESK, List.of("/desk")));
        questions.add(new Question(
                "inbox, nine tenths deep, restricted reader", restricted, DESK, deep(server, restricted, 0.9)));
        questions.add(new Question("case, a commune's desk", desk, DESK, cases(server, desk)));
        questions.add(new Question("case, a large department", large, DESK, cases(server, large)));
        questions.add(new Question("case, restricted reader", restricted, DESK, cases(server, restricted)));
        questions.add(
                new Question("open next, claimed and shown, a commune's desk", desk, DESK, List.of("POST /desk/next")));
        questions.add(new Question(
                "open next, claimed and shown, a large department", large, DESK, List.of("POST /desk/next")));
        questions.add(new Question(
                "open next, claimed and shown, restricted reader", restricted, DESK, List.of("POST /desk/next")));
        questions.add(new Question("search in the catalogue", desk, SEARCH, searches()));
        questions.add(new Question("services, all of them", desk, SEARCH, List.of("/services")));
        questions.add(new Question("plan", desk, PLAN, List.of("/plan")));
        questions.addAll(FigureQuestions.of(server, desk, head, "bench-auditor"));
        return questions;
    }

    /** As people ask: plain words, without accents, with a slip, a whole sentence, a code, and what does not exist. */
    private static List<String> searches() {
        return Stream.of(
                        "khai sinh",
                        "giấy khai sinh cho con",
                        "dang ky ket hon",
                        "ket hom",
                        "tôi muốn mở quán ăn",
                        "sổ đỏ",
                        "chứng thực bản sao",
                        "thuong tru",
                        "1.001193",
                        "xây nhà ở phường",
                        "không có gì như vậy")
                .map(words -> "/services?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .toList();
    }

    private static final String QUEUE = """
            from casework.work_item w
              join identity.pub_holding h on h.unit = w.unit and h.role = w.role
              join identity.account a on a.id = h.account
            where a.username = '%1$s' and w.done_at is null and w.state = 'OPEN'
            """;

    private static List<String> deep(PostgresServer server, String reader, double share) throws SQLException {
        return List.of("/desk?after=" + place(server, reader, share));
    }

    private static List<String> back(PostgresServer server, String reader, double share) throws SQLException {
        return List.of("/desk?before=" + place(server, reader, share));
    }

    private static String place(PostgresServer server, String reader, double share) throws SQLException {
        String queue = QUEUE.formatted(reader);
        long count = server.number("select count(*) " + queue);
        return server.text("""
                select to_char(w.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || w.id
                """ + queue + " order by w.due_at, w.id offset " + (long) (count * share) + " limit 1");
    }

    /** Cases that lie with the reader, taken from all over the queue. */
    private static List<String> cases(PostgresServer server, String reader) throws SQLException {
        List<String> paths = new ArrayList<>();
        String ids = server.text("select string_agg(id::text, ' ') from (select w.case_file as id "
                + QUEUE.formatted(reader) + " order by md5(w.id::text) limit 100) c");
        for (String id : ids.split(" ")) {
            paths.add("/desk/cases/" + id);
        }
        return paths;
    }

    private static Map<String, Long> sizes(PostgresServer server) throws SQLException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String table : List.of(
                "casework.case_file",
                "casework.work_item",
                "casework.visit",
                "casework.event",
                "publicservice.application",
                "identity.account",
                "registry.person_record",
                "publicservice.search_term",
                "indicator.cell")) {
            sizes.put(table + " rows", server.number("select count(*) from " + table));
            sizes.put(table + " table", server.number("select pg_table_size('" + table + "')"));
            sizes.put(table + " indexes", server.number("select pg_indexes_size('" + table + "')"));
        }
        sizes.put("database", server.number("select pg_database_size(current_database())"));
        return sizes;
    }

    private static void say(String words) {
        System.err.println("bench pages: " + words);
    }
}
