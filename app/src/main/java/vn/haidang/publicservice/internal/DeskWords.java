package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.worktime.LegalDuration;

/** Writes a draft down as rows of its service, in the caller's transaction. */
@Component
class DeskWords {

    private static final String SOURCE = "desk";
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MessageSource messages;

    DeskWords(JdbcClient jdbc, JsonMapper json, MessageSource messages) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
    }

    private record DeskRow(String kind, int ordinal, Map<String, ?> content) {}

    void write(ServiceDraft draft, Map<String, @Nullable Object> said, @Nullable Service before, LocalDate from) {
        if (before == null) {
            jdbc.sql("""
                            insert into publicservice.source_row (source_table, code, ordinal, content, desk)
                            values ('service', :code, 0, '{}', true)
                            """).param("code", draft.code()).update();
        }
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
                .param("said", json.writeValueAsString(said(draft, said, before, from)))
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

    /** A time limit that was typed here is not what the shipped source says, unless a table names its own. */
    private Map<String, @Nullable Object> said(
            ServiceDraft draft, Map<String, @Nullable Object> besides, @Nullable Service before, LocalDate from) {
        var said = new LinkedHashMap<String, @Nullable Object>(besides);
        said.put("name", draft.name().strip());
        said.put("agency", draft.agency().strip());
        said.put("duration", draft.durationCode());
        said.put("audience", draft.audience());
        LegalDuration known = before == null ? null : before.duration();
        if (!said.containsKey("source") && !Objects.equals(draft.durationCode(), known == null ? null : known.code())) {
            said.put(
                    "source",
                    messages.getMessage("publicservice.source.desk", new Object[] {DAY.format(from)}, VIETNAMESE));
            said.put("confidence", "K");
        }
        return said;
    }

    private static List<DeskRow> deskRows(ServiceDraft draft, @Nullable Service before) {
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
            said.add(new DeskRow("channel", ++ordinal, way(channel, draft.published(channel), before)));
        }
        Integer sets = draft.setsNumber();
        if (sets != null) {
            said.add(new DeskRow("dossier", 0, Map.of("sets", sets, "source", SOURCE, "confidence", "H")));
        }
        return said;
    }

    /** A line that stood there before keeps what else was known of it. */
    private static Map<String, @Nullable Object> item(String line, @Nullable Service before) {
        Service.Item known = (before == null ? List.<Service.Item>of() : before.items())
                .stream()
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

    /** As typed; what is not said of a channel stays as it is known. */
    private static Map<String, @Nullable Object> way(
            String channel, Service.@Nullable Way typed, @Nullable Service before) {
        Service.Way said = typed != null
                ? typed
                : (before == null ? List.<Service.Way>of() : before.ways())
                        .stream()
                                .filter(way -> way.channel().equals(channel))
                                .findFirst()
                                .orElse(null);
        var way = new LinkedHashMap<String, @Nullable Object>();
        way.put("channel", channel);
        way.put(
                "duration",
                said == null || said.duration() == null ? null : said.duration().code());
        way.put("fee", said == null ? null : said.feeVnd());
        way.put(
                "feeKind",
                said == null || said.feeKind() == null ? null : said.feeKind().code());
        way.put("feeFor", said == null ? null : said.feeFor().vi());
        way.put("feeForEn", said == null ? null : said.feeFor().en());
        way.put("source", SOURCE);
        way.put("confidence", "H");
        return way;
    }

    private static Map<String, @Nullable Object> step(String line, @Nullable Service before) {
        Bilingual known = (before == null ? List.<Bilingual>of() : before.steps())
                .stream().filter(each -> line.equals(each.vi())).findFirst().orElse(null);
        var step = new LinkedHashMap<String, @Nullable Object>();
        step.put("step", line);
        step.put("stepEn", known == null ? null : known.en());
        return step;
    }
}
