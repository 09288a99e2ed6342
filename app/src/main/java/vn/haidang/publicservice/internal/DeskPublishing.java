package vn.haidang.publicservice.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.worktime.LegalDuration;

/** Publishes a draft, in the caller's transaction: its rows become what is said of the service from then on. */
@Component
public class DeskPublishing {

    private static final String SOURCE = "desk";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PublishingRows rows;
    private final CatalogueRows catalogue;
    private final CatalogueCounting counting;
    private final Journal journal;

    DeskPublishing(
            JdbcClient jdbc,
            JsonMapper json,
            PublishingRows rows,
            CatalogueRows catalogue,
            CatalogueCounting counting,
            Journal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.catalogue = catalogue;
        this.counting = counting;
        this.journal = journal;
    }

    private record DeskRow(String kind, int ordinal, Map<String, ?> content) {}

    /** The parts the new version lacks; the caller undoes everything when there are some. */
    public List<Part> publish(ServiceDraft draft, LocalDate from, Reader by) {
        String code = draft.code();
        Service before = catalogue.current(code, from).orElseThrow(PublicServiceProblems::noSuchService);
        if (rows.plannedAfter(code, from)) {
            throw PublicServiceProblems.plannedAlready();
        }
        write(draft, before);
        List<String> codes = List.of(code);
        rows.close(from, codes);
        rows.insertVersions(from, codes);
        rows.insertItems(from, codes);
        rows.insertWays(from, codes);
        rows.insertTerms(from, codes);
        rows.turnEdition();
        Service after = catalogue.current(code, from).orElseThrow(PublicServiceProblems::noSuchService);
        List<Part> missing = after.missing();
        if (missing.isEmpty()) {
            counting.changed();
            journal.act(Act.of("publicservice/service-published", by.actor())
                    .on(subject(code))
                    .changed("version", before.version(), after.version())
                    .changed("from", null, from));
        }
        return missing;
    }

    public static Subject subject(String code) {
        return new Subject("publicservice/service", UuidCreator.getNameBasedSha1("publicservice/" + code));
    }

    private void write(ServiceDraft draft, Service before) {
        jdbc.sql("""
                        delete from publicservice.source_row
                        where code = :code and source_table in ('item', 'step', 'channel', 'dossier')
                        """).param("code", draft.code()).update();
        jdbc.sql("""
                        update publicservice.source_row set desk = true,
                          content = case when source_table = 'service' then content || cast(:said as jsonb) else content end
                        where code = :code
                        """)
                .param("code", draft.code())
                .param("said", json.writeValueAsString(said(draft)))
                .update();
        jdbc.sql("""
                        insert into publicservice.source_row (source_table, code, ordinal, content, desk)
                        select r.kind, :code, r.ordinal, r.content, true
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(kind text, ordinal int, content jsonb)
                        """)
                .param("code", draft.code())
                .param("rows", json.writeValueAsString(deskRows(draft, before)))
                .update();
    }

    private static Map<String, @Nullable Object> said(ServiceDraft draft) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("name", draft.name().strip());
        said.put("agency", draft.agency().strip());
        said.put("duration", draft.durationCode());
        said.put("audience", draft.audience());
        return said;
    }

    private static List<DeskRow> deskRows(ServiceDraft draft, Service before) {
        List<DeskRow> said = new ArrayList<>();
        int ordinal = 0;
        for (String line : draft.itemLines()) {
            said.add(new DeskRow("item", ++ordinal, item(line, before)));
        }
        ordinal = 0;
        for (String line : draft.stepLines()) {
            said.add(new DeskRow("step", ++ordinal, step(line, before)));
        }
        ordinal = 0;
        for (String channel : draft.channels()) {
            said.add(new DeskRow("channel", ++ordinal, way(channel, before)));
        }
        Integer sets = draft.setsNumber();
        if (sets != null) {
            said.add(new DeskRow("dossier", 0, Map.of("sets", sets, "source", SOURCE, "confidence", "H")));
        }
        return said;
    }

    /** A line that stood there before keeps what else was known of it. */
    private static Map<String, @Nullable Object> item(String line, Service before) {
        Service.Item known = before.items().stream()
                .filter(item -> line.equals(item.name().vi()))
                .findFirst()
                .orElse(null);
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("item", line);
        item.put("itemEn", known == null ? line : known.name().in(true));
        item.put("required", known == null || known.required());
        item.put("fromRegistry", known != null && known.fromRegistry());
        item.put("note", known == null ? null : known.note().vi());
        item.put("noteEn", known == null ? null : known.note().en());
        return item;
    }

    private static Map<String, @Nullable Object> way(String channel, Service before) {
        Service.Way known = before.ways().stream()
                .filter(way -> way.channel().equals(channel))
                .findFirst()
                .orElse(null);
        LegalDuration duration = known == null ? null : known.duration();
        var way = new LinkedHashMap<String, @Nullable Object>();
        way.put("channel", channel);
        way.put("duration", duration == null ? null : duration.code());
        way.put("fee", known == null ? null : known.feeVnd());
        way.put("source", SOURCE);
        way.put("confidence", "H");
        return way;
    }

    private static Map<String, @Nullable Object> step(String line, Service before) {
        Bilingual known = before.steps().stream()
                .filter(each -> line.equals(each.vi()))
                .findFirst()
                .orElse(null);
        var step = new LinkedHashMap<String, @Nullable Object>();
        step.put("step", line);
        step.put("stepEn", known == null ? null : known.en());
        return step;
    }
}
