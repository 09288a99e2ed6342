package vn.haidang.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the journal holds. */
public final class JournalEntries {

    private JournalEntries() {}

    public static List<String> verbsAbout(JdbcClient jdbc, AccountId account) {
        return jdbc.sql("select e.verb from journal.entry e where e.subject_ids @> array[:id]::uuid[] order by e.id")
                .param("id", account.value())
                .query((row, number) -> row.getString("verb"))
                .list();
    }

    /** How many acts were ever entered, whoever did them. */
    public static long acts(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from journal.entry e where e.kind = 'act'")
                .query(Long.class)
                .single();
    }

    public static int count(JdbcClient jdbc, String verb) {
        return jdbc.sql("select count(*) from journal.entry e where e.verb = :verb")
                .param("verb", verb)
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
