package vn.haidang.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.haidang.bench.PagesBench.Question;

/** The pages of figures: reports and scores nobody fills in, and figures opened down to their cases, shallow and deep. */
final class FigureQuestions {

    private static final int BAR = PagesBench.PLAN;
    private static final double DEEP = 0.9;
    private static final String REPORT = "/reports/procedures?policy=decree-09-2019&step=MONTH&unit=";
    private static final String DOSSIERS = "/figures/publicservice/dossiers?unit=";
    private static final String SCORE = "/score/766?policy=calendar&step=%s&unit=%s&year=%d&number=%d";

    private FigureQuestions() {}

    /** Of the last month, which has ended by the decree's cut as by the calendar's. */
    static List<Question> of(PostgresServer server, String desk, String head, String auditor) throws SQLException {
        LocalDate month = LocalDate.now().minusMonths(1).withDayOfMonth(1);
        String city = key(server, "u.tier = 'CITY' and u.valid @> current_date");
        String commune = key(server, "u.id = (select b.unit from public.bench_unit b where b.number = 1)");
        String department = key(server, "u.id = (select b.unit from public.bench_unit b where b.number = 0)");
        String report = "&year=%d&number=%d".formatted(month.getYear(), month.getMonthValue());
        String days = "&from=" + month + "&to=" + month.plusMonths(1).minusDays(1);
        String received = days + "&component=received";
        List<Question> questions = new ArrayList<>();
        questions.add(question("report of a month, the city", desk, REPORT + city + report));
        questions.add(question("report of a month, a commune", desk, REPORT + commune + report));
        questions.add(question(
                "score of a month, the city",
                desk,
                SCORE.formatted("MONTH", city, month.getYear(), month.getMonthValue())));
        questions.add(question(
                "score of a month, a commune",
                desk,
                SCORE.formatted("MONTH", commune, month.getYear(), month.getMonthValue())));
        questions.add(question(
                "figure of papers, a month, the city", desk, "/figures/publicservice/papers?unit=" + city + days));
        questions.add(question(
                "figure of work files, a year by months, the city",
                desk,
                "/figures/casework/work-file-online/series?unit=" + city));
        questions.add(
                question("figure and its cases, a month, the city, auditor", auditor, DOSSIERS + city + received));
        questions.add(question(
                "figure and its cases, a month, the city, nine tenths deep, auditor",
                auditor,
                DOSSIERS + city + received + "&after=" + place(server, month)));
        questions.add(question(
                "figure and its open cases, the city, auditor", auditor, DOSSIERS + city + days + "&component=open"));
        questions.add(
                question("figure and its cases, a month, a commune, auditor", auditor, DOSSIERS + commune + received));
        questions.add(question(
                "figure and its cases, a month, a large department, its head", head, DOSSIERS + department + received));
        return questions;
    }

    private static Question question(String name, String reader, String path) {
        return new Question(name, reader, BAR, List.of(path));
    }

    private static String key(PostgresServer server, String which) throws SQLException {
        return server.text("select u.key from organization.pub_unit u where " + which + " order by u.key limit 1");
    }

    /** So far into the month, counted from its end, by the place of a case among those received. */
    private static String place(PostgresServer server, LocalDate month) throws SQLException {
        String received =
                "from casework.case_file c where c.received_at >= timestamptz '%1$s+07' and c.received_at < timestamptz '%2$s+07'"
                        .formatted(month, month.plusMonths(1));
        long count = server.number("select count(*) " + received);
        return server.text("""
                select to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || c.id
                """
                + received + " order by c.received_at desc, c.id desc offset " + (long) (count * DEEP) + " limit 1");
    }
}
