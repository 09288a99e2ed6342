package vn.haidang.publicservice.internal.own;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.identity.PartyId;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.own.WithdrawnResults.Withdrawn;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.Parties;

/** The documents somebody was given: those of the own store, and those that are with their applications only. */
@Component
class OwnFiles {

    /** A document that was given out for an application. */
    record Given(String dossier, String number, FileId file) {}

    private final Parties parties;
    private final WithdrawnResults withdrawn;
    private final JdbcClient jdbc;

    OwnFiles(Parties parties, WithdrawnResults withdrawn, JdbcClient jdbc) {
        this.parties = parties;
        this.withdrawn = withdrawn;
        this.jdbc = jdbc;
    }

    List<KeptResult> results(Reader reader) {
        return parties.results(reader);
    }

    Map<UUID, Withdrawn> withdrawn(List<KeptResult> results) {
        return withdrawn.among(results);
    }

    /** Results and papers of applications, as far as they are not in the store. */
    List<Given> given(Reader reader, List<KeptResult> stored) {
        return jdbc.sql("""
                        select a.dossier_code, g.number, g.file
                        from publicservice.application a
                        join (select application, number, file, issued_on from publicservice.result
                          union all
                          select application, number, file, issued_on from publicservice.paper) g on g.application = a.id
                        where a.party = any (:own) and g.file <> all (:stored)
                        order by g.issued_on, g.number
                        """)
                .param("own", reader.ownParties().stream().map(PartyId::value).toArray(UUID[]::new))
                .param("stored", stored.stream().map(KeptResult::file).toArray(UUID[]::new))
                .query((row, number) -> new Given(
                        row.getString("dossier_code"),
                        row.getString("number"),
                        new FileId(row.getObject("file", UUID.class))))
                .list();
    }
}
