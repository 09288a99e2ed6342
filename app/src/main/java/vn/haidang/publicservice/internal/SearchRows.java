package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Finds services in one statement. A term may answer the question as a whole (trigrams forgive slips), share words with it, or lie
 * inside it ("tôi muốn mở quán" holds "mở quán"); the best term of a service decides, others break ties.
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

    SearchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Slice<ServiceSummary> find(ServiceQuestion question, PageRequest page, LocalDate today) {
        String words = question.words();
        String folded = words == null ? "" : Folding.fold(words.replaceAll("[^\\p{L}\\p{N}\\p{M}.\\s]", " "));
        var total = new AtomicLong();
        List<ServiceSummary> found = jdbc.sql("""
                        with hit as materialized (
                          select t.code, t.version,
                            t.weight * greatest(
                              case when t.folded = :words then 1.3 else 0 end,
                              0.7 * public.word_similarity(:words, t.folded) + 0.3 * public.similarity(:words, t.folded),
                              case when length(t.folded) between 4 and 1.5 * length(:words)
                                and public.strict_word_similarity(t.folded, :words) >= 0.85
                                then public.strict_word_similarity(t.folded, :words)
                                  * (0.45 + 0.55 * least(1, length(t.folded)::real / length(:words))) else 0 end
                            ) as score
                          from publicservice.search_term t
                          where t.folded operator(public.%%>) :words or t.folded like any (:likes)
                        ), best as (
                          select code, version, max(score) + 0.02 * least(5, count(*) filter (where score > 0.5)) as score
                          from hit group by code, version
                        )
                        select %s, count(*) over () as total
                        from publicservice.service_version v
                          left join best b on b.code = v.code and b.version = v.version
                        where v.validity @> cast(:today as date)
                          and (:words = '' or b.score >= 0.38)
                          and (cast(:field as text) is null or v.field = :field)
                          and (cast(:event as text) is null or :event = any (v.life_event))
                          and (cast(:audience as text) is null or :audience = any (v.audience))
                        order by coalesce(b.score, 0) desc, (v.form is not null) desc, v.field, v.short_name, v.code
                        limit :size offset :offset
                        """.formatted(ServiceMapping.SUMMARY_COLUMNS))
                .param("words", folded)
                .param("likes", likes(folded))
                .param("today", today)
                .param("field", question.field())
                .param("event", question.lifeEvent())
                .param("audience", question.audience())
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return ServiceMapping.summary(row);
                })
                .list();
        return new Slice<>(found, page, total.get());
    }

    /** Patterns for the words that mean something; none when all are common, and then only the whole question counts. */
    private static String[] likes(String folded) {
        return Arrays.stream(folded.split("[ .]+"))
                .filter(word -> word.length() > 1 && !COMMON.contains(word))
                .distinct()
                .limit(MOST_WORDS)
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
    }
}
