package vn.haidang.casework.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Answer;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Requires;

/**
 * An official's inbox for programs: as JSON, and its due moments as a calendar (RFC 5545). Both say codes and steps and no names, since
 * what leaves this house by a key lies somewhere else.
 */
@Controller
class DueFeed {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** One thing to do, without names. */
    record Item(
            UUID id,
            String kind,
            @Nullable UUID caseId,
            String code,
            @Nullable String step,
            @Nullable Instant dueAt,
            boolean mine,
            boolean taken) {

        static Item of(Inbox.Row row) {
            var caseId = row.caseId();
            var step = row.step();
            return new Item(
                    row.item(),
                    row.kind().name(),
                    caseId == null ? null : caseId.value(),
                    row.code(),
                    step == null ? null : step.code(),
                    row.dueAt(),
                    row.mine(),
                    row.claimedByName() != null);
        }
    }

    /** What there is to do; {@code total} may be more than is listed. */
    record Items(long total, List<Item> items) {}

    private final Inbox inbox;

    DueFeed(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/api/casework/inbox")
    @Requires("casework/inbox")
    Answer inbox(Reader reader) {
        var total = inbox.count(reader);
        return Answer.of(
                new Items(total, rows(reader, total).stream().map(Item::of).toList()));
    }

    /** The key is part of the address; nobody but the guard before reads it. */
    @GetMapping("/feeds/{key}/due.ics")
    @Requires("casework/inbox")
    ResponseEntity<String> feed(Reader reader, Locale locale) {
        return calendar(reader, locale);
    }

    @GetMapping("/calendar/due.ics")
    @Requires("casework/inbox")
    ResponseEntity<String> calendar(Reader reader, Locale locale) {
        var site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var text = new CalendarText();
        for (var row : rows(reader, inbox.count(reader))) {
            var due = row.dueAt();
            if (due != null) {
                var step = row.step();
                text.event(
                        row.item().toString(),
                        MOMENT.format(due),
                        (row.code() + " " + (step == null ? "" : step.name(locale))).strip(),
                        site + row.path());
            }
        }
        return ResponseEntity.ok().contentType(CALENDAR).body(text.whole());
    }

    private List<Inbox.Row> rows(Reader reader, long total) {
        return inbox.list(reader, InboxFilter.of(Inbox.Filter.ALL, ""), null, PageRequest.LARGEST, total)
                .rows();
    }
}
