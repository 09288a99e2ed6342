package vn.haidang.publicservice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.Catalogue.Group;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Finds services in memory. The catalogue changes a few times a year, so all of it is read once for each edition; which edition holds
 * is asked of the database every time, and a program that was not told of a publication sees it at once.
 */
@Component
public class SearchRows {

    /** Words so common in questions that alone they find nothing. */
    private static final Set<String> COMMON = Set.of(
            "toi", "muon", "can", "xin", "lam", "cho", "o", "tai", "va", "cua", "thu", "tuc", "giay", "to", "the",
            "nao", "de", "dang", "ky", "ki", "cap", "moi", "nhu", "gi", "co", "duoc", "la", "hai", "phong", "bi", "voi",
            "khi", "nguoi");

    private static final int MOST_WORDS = 12;

    private final JdbcClient jdbc;
    private volatile @Nullable Shelf shelf;

    SearchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Slice<ServiceSummary> find(ServiceQuestion question, PageRequest page, LocalDate today) {
        String words = question.words();
        String folded = words == null ? "" : Folding.fold(words.replaceAll("[^\\p{L}\\p{N}\\p{M}.\\s]", " "));
        Shelf shelf = shelf(today);
        return shelf.find(question, shelf.said(folded, SearchRows::telling), page, today);
    }

    public List<Group> fields(LocalDate today) {
        return shelf(today).fields(today);
    }

    public List<Group> lifeEvents(LocalDate today) {
        return shelf(today).lifeEvents(today);
    }

    public List<Group> agencies(LocalDate today) {
        return shelf(today).agencies(today);
    }

    /** Of the day, because what starts here changes with its front door. */
    private Shelf shelf(LocalDate today) {
        String edition = jdbc.sql("select edition from publicservice.edition")
                        .query(String.class)
                        .single()
                + today;
        Shelf known = shelf;
        return known != null && known.is(edition) ? known : anew(edition, today);
    }

    /** One reads for all. The edition was looked at before, so what is read is at least as new. */
    private synchronized Shelf anew(String edition, LocalDate today) {
        Shelf known = shelf;
        if (known != null && known.is(edition)) {
            return known;
        }
        List<TermIndex.Term> terms = new ArrayList<>();
        List<Shelf.Entry> entries = jdbc.sql("""
                        select %s, lower(v.validity) as first, upper(v.validity) - 1 as last, v.form is not null as handled,
                          v.life_event, v.audience, v.agency, t.weights, t.folded
                        from publicservice.service_version v
                          left join lateral (
                            select array_agg(t.weight order by t.kind, t.ordinal) as weights,
                              array_agg(t.folded order by t.kind, t.ordinal) as folded
                            from publicservice.search_term t
                            where t.code = v.code and t.version = v.version
                            offset 0) t on true
                        order by v.field, v.short_name, v.code
                        """.formatted(ServiceMapping.SUMMARY_COLUMNS))
                .param("today", today)
                .query((row, number) -> {
                    collect(row, number, terms);
                    return entry(row);
                })
                .list();
        var made = new Shelf(edition, entries, new TermIndex(entries.size(), terms), synonyms());
        shelf = made;
        return made;
    }

    private Synonyms synonyms() {
        return new Synonyms(jdbc.sql("select words, means from publicservice.synonym order by words, means")
                .query((row, number) -> new Synonyms.Synonym(row.getString(1), row.getString(2)))
                .list());
    }

    private static void collect(ResultSet row, int owner, List<TermIndex.Term> terms) throws SQLException {
        if (row.getArray("folded") == null) {
            return;
        }
        var folded = (String[]) row.getArray("folded").getArray();
        var weights = (java.math.BigDecimal[]) row.getArray("weights").getArray();
        for (int at = 0; at < folded.length; at++) {
            terms.add(new TermIndex.Term(owner, weights[at].doubleValue(), folded[at]));
        }
    }

    private static Shelf.Entry entry(ResultSet row) throws SQLException {
        return new Shelf.Entry(
                ServiceMapping.summary(row),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                row.getBoolean("handled"),
                Set.copyOf(List.of((String[]) row.getArray("life_event").getArray())),
                Set.copyOf(List.of((String[]) row.getArray("audience").getArray())),
                row.getString("agency"));
    }

    /** The words that mean something by themselves; none when all are common, and then only the whole question counts. */
    private static List<String> telling(String folded) {
        return Arrays.stream(folded.split("[ .]+"))
                .filter(word -> word.length() > 1 && !COMMON.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
