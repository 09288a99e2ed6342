package vn.haidang.publicservice.internal;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.SupplementPapers;

/** The components of the dossier as the version of the service asks for them by which it was submitted. */
@Component
class RequestedPapers implements SupplementPapers {

    private final JdbcClient jdbc;

    RequestedPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> subjectTypes() {
        return Set.of(Traces.APPLICATION);
    }

    @Override
    public List<Named> papers(CaseSummary asked) {
        return jdbc.sql("""
                        select i.ordinal, i.item, i.item_en
                        from publicservice.application a
                          join publicservice.service_item i on i.code = a.service_code and i.version = a.service_version
                        where a.id = :application
                        order by i.ordinal
                        """)
                .param("application", asked.subjectId())
                .query((row, number) -> new Named(
                        Integer.toString(row.getInt("ordinal")), row.getString("item"), row.getString("item_en")))
                .list();
    }

    @Override
    public boolean named(String words, List<Named> papers) {
        return NamedPapers.in(words, papers.stream().map(Named::name).toList());
    }
}
