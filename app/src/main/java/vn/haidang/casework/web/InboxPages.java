package vn.haidang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxFilter;
import vn.haidang.casework.internal.InboxReads;
import vn.haidang.casework.internal.NextWork;
import vn.haidang.casework.internal.SavedViews;
import vn.haidang.identity.Reader;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;
import vn.haidang.ui.Requires;

/** An official's work, narrowed as they like, under the names they gave. */
@Controller
class InboxPages {

    static final int SIZE = 50;

    private static final int LONGEST_NAME = 60;

    private final Inbox inbox;
    private final InboxReads reads;
    private final SavedViews views;
    private final NextWork nextWork;
    private final Units units;
    private final CaseSubjects subjects;

    InboxPages(Inbox inbox, InboxReads reads, SavedViews views, NextWork nextWork, Units units, CaseSubjects subjects) {
        this.inbox = inbox;
        this.reads = reads;
        this.views = views;
        this.nextWork = nextWork;
        this.units = units;
        this.subjects = subjects;
    }

    @GetMapping("/desk")
    @Requires("casework/inbox")
    PageView inbox(Reader reader, HttpServletRequest request, @RequestParam Map<String, String> asked) {
        return page(reader, request, query(asked), List.of(), asked.getOrDefault("done", ""));
    }

    /** Next file, next file: leads to the most urgent work that is free or one's own. */
    @GetMapping("/desk/next")
    @Requires("casework/inbox")
    String next(Reader reader) {
        return inbox.next(reader).map(path -> "redirect:" + path).orElse("redirect:/desk");
    }

    /**
     * The same, and it is the reader's from then on: nobody else is led to it meanwhile.
     *
     * @param after the item the reader looks at and passes over
     */
    @PostMapping("/desk/next")
    @Requires("casework/act")
    String openNext(Reader reader, @RequestParam(defaultValue = "") String after) {
        return nextWork.open(reader, uuid(after))
                .map(path -> "redirect:" + path)
                .orElse("redirect:/desk?done=empty");
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }

    /** The list as it is narrowed now gets a name. */
    @PostMapping("/desk/views")
    @Requires("casework/inbox")
    ModelAndView save(Reader reader, HttpServletRequest request, @RequestParam Map<String, String> asked) {
        InboxQuery query = query(asked);
        String name = asked.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return refused(
                    page(
                            reader,
                            request,
                            query,
                            List.of(FieldError.of("name", "casework.view.name.missing", LONGEST_NAME)),
                            ""),
                    422);
        }
        try {
            views.save(name, query.kept(), shared(asked), reader);
            return new ModelAndView("redirect:" + query.path());
        } catch (ProblemException refusal) {
            Problem problem = refusal.problem();
            return refused(
                    page(
                            reader,
                            request,
                            query,
                            List.of(FieldError.of(
                                    "name",
                                    problem.messageKey(),
                                    problem.arguments().toArray())),
                            ""),
                    problem.status());
        }
    }

    @PostMapping("/desk/views/{id}/delete")
    @Requires("casework/inbox")
    String delete(Reader reader, @PathVariable UUID id) {
        views.delete(id, reader);
        return "redirect:/desk";
    }

    @GetMapping("/desk/shortcuts")
    @Requires("casework/inbox")
    PageView shortcuts(HttpServletRequest request) {
        return new PageView("casework/shortcuts", new ShortcutsPage(Shortcuts.on(request)));
    }

    @PostMapping("/desk/shortcuts")
    @Requires("casework/inbox")
    ResponseEntity<Void> remember(@RequestParam(defaultValue = "on") String keys) {
        return ResponseEntity.status(HttpStatusCode.valueOf(303))
                .header(
                        HttpHeaders.SET_COOKIE,
                        Shortcuts.remembered(!keys.equals("off")).toString())
                .header(HttpHeaders.LOCATION, "/desk/shortcuts")
                .build();
    }

    private PageView page(
            Reader reader, HttpServletRequest request, InboxQuery asked, List<FieldError> errors, String done) {
        Set<UnitId> headed = inbox.headed(reader);
        InboxQuery query = headed.isEmpty() ? asked.inScope(InboxFilter.Scope.OWN) : asked;
        InboxFilter filter = query.filter();
        Map<Inbox.Filter, Long> counts = inbox.counts(reader, filter);
        if (filter.under(Inbox.Filter.ALL).equals(InboxFilter.of(Inbox.Filter.ALL, ""))) {
            InboxBadge.counted(request, counts.getOrDefault(Inbox.Filter.ALL, 0L));
        }
        Inbox.Stretch rows = inbox.list(reader, filter, query.cursor(), SIZE, counts.getOrDefault(filter.tab(), 0L));
        reads.record(reader, rows.rows());
        List<InboxPage.Tab> tabs = Arrays.stream(Inbox.Filter.values())
                .map(each -> new InboxPage.Tab(each, counts.getOrDefault(each, 0L), query.path(each)))
                .toList();
        List<Inbox.Choice> choices = query.open() ? inbox.choices(reader, filter) : List.of();
        return new PageView(
                "casework/inbox",
                new InboxPage(
                        tabs,
                        query,
                        rows,
                        choices,
                        views.of(reader),
                        !headed.isEmpty(),
                        names(Stream.concat(reader.units().stream(), headed.stream())
                                .distinct()
                                .toList()),
                        query.n(),
                        subjects.titled(Stream.concat(
                                rows.rows().stream().map(Inbox.Row::title),
                                choices.stream()
                                        .filter(choice -> choice.kind().equals("service"))
                                        .map(Inbox.Choice::value))),
                        Shortcuts.on(request),
                        errors,
                        done));
    }

    private List<Option> names(List<UnitId> ids) {
        return ids.stream()
                .flatMap(id -> units.find(id).stream())
                .sorted(Comparator.comparing(Unit::name))
                .map(UnitWords::option)
                .toList();
    }

    private static @Nullable UnitId shared(Map<String, String> asked) {
        try {
            String with = asked.getOrDefault("share", "");
            return with.isEmpty() ? null : new UnitId(UUID.fromString(with));
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }

    static InboxQuery query(Map<String, String> asked) {
        String n = asked.getOrDefault("n", "");
        return InboxQuery.of(
                asked.get("filter"),
                asked.get("scope"),
                asked.get("due"),
                asked.get("who"),
                asked.get("service"),
                asked.get("step"),
                asked.get("unit"),
                asked.get("q"),
                asked.get("after"),
                asked.get("before"),
                asked.get("panel"),
                n.matches("[0-9]{1,9}") ? Long.parseLong(n) : 0);
    }

    private static PageView refused(PageView page, int status) {
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
