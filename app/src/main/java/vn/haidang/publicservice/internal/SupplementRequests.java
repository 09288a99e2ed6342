package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseId;
import vn.haidang.publicservice.Application;

/** What applicants were asked for, as the clock of the case keeps it. */
@Component
public class SupplementRequests {

    /** A paper, as it was shown when it was asked for. */
    public record Asked(String code, String name, String nameEn) {

        /** Of the form and of the files that answer it. */
        public String field() {
            return "paper-" + code;
        }

        /** Those of some files. */
        public List<Application.HandedIn> answers(List<Application.HandedIn> files) {
            return files.stream().filter(file -> file.field().equals(field())).toList();
        }

        public String name(boolean english) {
            return english ? nameEn : name;
        }
    }

    /**
     * One request.
     *
     * @param words of whoever asked; of one that names no papers as data, all there is
     * @param papers in the order of the procedure
     */
    public record Request(String words, List<Asked> papers) {

        public Request {
            papers = List.copyOf(papers);
        }
    }

    /**
     * @param asked all papers that were ever asked for, each once
     * @param answered what the applicant added, round by round
     */
    public record Exchange(List<Asked> asked, List<SupplementRows.Answered> answered) {}

    /** As where nobody was asked for anything. */
    static final Request NOTHING = new Request("", List.of());

    private static final String ASKED = """
            select case when a.codes is null then p.reason else coalesce(p.typed, '') end as words,
              coalesce(a.codes, '{}') as codes, coalesce(a.names, '{}') as names, coalesce(a.english, '{}') as english
            from casework.pub_pause p
              cross join lateral (
                select array_agg(n.code order by n.ordinal) as codes, array_agg(n.name order by n.ordinal) as names,
                  array_agg(n.name_en order by n.ordinal) as english
                from casework.pub_asked_paper n where n.pause_id = p.id) a
            where p.case_id = :case and p.kind = 'SUPPLEMENT'
            """;

    private final JdbcClient jdbc;

    SupplementRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last one; the open one while the case waits for its applicant. */
    public Optional<Request> last(CaseId id) {
        return jdbc.sql(ASKED + " order by p.from_at desc, p.id desc limit 1")
                .param("case", id.value())
                .query((row, number) -> request(row))
                .optional();
    }

    /** That of a moment. */
    Optional<Request> at(CaseId id, Instant asked) {
        return jdbc.sql(ASKED + " and p.from_at = :at order by p.id desc limit 1")
                .param("case", id.value())
                .param("at", ApplicationRows.at(asked))
                .query((row, number) -> request(row))
                .optional();
    }

    /** All that went between desk and applicant about what was missing. */
    public Exchange exchange(Application application) {
        List<Asked> asked = new ArrayList<>();
        List<SupplementRows.Answered> answered = new ArrayList<>();
        jdbc.sql("""
                        select null as code, null as name, null as name_en, s.round, s.note, s.answered_at
                        from publicservice.supplement s where s.application = :application
                        union all
                        select p.code, p.name, p.name_en, null, null, null
                        from (select distinct on (code) code, name, name_en from casework.pub_asked_paper
                          where case_id = :case order by code, pause_id desc) p
                        order by round, code
                        """)
                .param("application", application.id().value())
                .param("case", application.caseId().value())
                .query(row -> {
                    if (row.getString("code") == null) {
                        answered.add(new SupplementRows.Answered(
                                row.getInt("round"),
                                row.getString("note"),
                                ApplicationMapping.instant(row, "answered_at")));
                    } else {
                        asked.add(asked(row));
                    }
                });
        return new Exchange(List.copyOf(asked), List.copyOf(answered));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(row.getString("code"), row.getString("name"), row.getString("name_en"));
    }

    /** Whether it was ended because its applicant stayed silent. */
    boolean endedSilent(CaseId id) {
        return jdbc.sql("""
                        select exists (select from casework.pub_event where case_id = :id and verb = 'ended-silent')
                        """).param("id", id.value()).query(Boolean.class).single();
    }

    /** How often the applicant was asked for something. */
    int timesAsked(CaseId id) {
        return jdbc.sql("select count(*) from casework.pub_event where case_id = :id and verb = 'supplement-asked'")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static Request request(ResultSet row) throws SQLException {
        List<String> codes = texts(row, "codes");
        List<String> names = texts(row, "names");
        List<String> english = texts(row, "english");
        return new Request(
                row.getString("words"),
                IntStream.range(0, codes.size())
                        .mapToObj(each -> new Asked(codes.get(each), names.get(each), english.get(each)))
                        .toList());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
