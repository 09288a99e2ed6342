package vn.haidang.casework.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.casework.internal.BulkChoices;
import vn.haidang.casework.internal.BulkRuns;
import vn.haidang.casework.internal.BulkRuns.BulkAct;
import vn.haidang.casework.internal.BulkWork;
import vn.haidang.casework.internal.WorkItem;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** One act on many work items: taking and returning at once, giving and completing after a page that says what is about to be done. */
@Controller
class BulkPages {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BulkRuns runs;
    private final BulkWork work;
    private final BulkChoices choices;

    BulkPages(BulkRuns runs, BulkWork work, BulkChoices choices) {
        this.runs = runs;
        this.work = work;
        this.choices = choices;
    }

    @PostMapping("/desk/bulk")
    @Requires("casework/act")
    ModelAndView ask(
            Reader reader,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String sure,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String key) {
        List<BulkRuns.Chosen> chosen = chosen(item == null ? List.of() : item);
        Optional<BulkAct> asked = BulkAct.of(act);
        if (asked.isEmpty() || chosen.isEmpty()) {
            return new ModelAndView("redirect:" + local(back, "done=nothing"));
        }
        return switch (asked.get()) {
            case CLAIM, RETURN -> run(new BulkRuns.Asked(asked.get(), null, null, chosen, key(key)), reader);
            case ASSIGN, ACCEPT -> {
                BulkPage page = page(asked.get(), chosen, value, back, reader);
                boolean offered = page.options().stream()
                        .anyMatch(option -> option.value().equals(value));
                if (!sure.isEmpty() && offered) {
                    yield run(complete(asked.get(), value, chosen, key(key)), reader);
                }
                yield sure.isEmpty() ? new PageView("casework/bulk", page) : missing(page);
            }
        };
    }

    @GetMapping("/desk/bulk/{run}")
    @Requires("casework/act")
    PageView progress(Reader reader, @PathVariable UUID run) {
        return new PageView("casework/run", new RunPage(runs.progress(run, reader)));
    }

    private ModelAndView run(BulkRuns.Asked asked, Reader reader) {
        UUID run = runs.ask(asked, reader);
        work.begin(run, PATIENCE);
        return new ModelAndView("redirect:/desk/bulk/" + run);
    }

    private static BulkRuns.Asked complete(BulkAct act, String value, List<BulkRuns.Chosen> chosen, UUID key) {
        return act == BulkAct.ASSIGN
                ? new BulkRuns.Asked(act, null, new AccountId(UUID.fromString(value)), chosen, key)
                : new BulkRuns.Asked(act, value, null, chosen, key);
    }

    private BulkPage page(BulkAct act, List<BulkRuns.Chosen> chosen, String value, String back, Reader reader) {
        Locale locale = LocaleContextHolder.getLocale();
        List<WorkItem> items = choices.items(chosen, reader);
        Map<String, String> offered = act == BulkAct.ASSIGN ? choices.persons(items) : choices.outcomes(items, locale);
        List<Option> options = new ArrayList<>();
        new LinkedHashMap<>(offered).forEach((code, name) -> options.add(Option.of(code, name)));
        return new BulkPage(
                act,
                items,
                chosen.stream()
                        .map(each -> each.item() + "~" + each.caseVersion())
                        .toList(),
                options,
                value,
                back,
                List.of());
    }

    private static PageView missing(BulkPage page) {
        PageView view = new PageView(
                "casework/bulk",
                new BulkPage(
                        page.act(),
                        page.items(),
                        page.chosen(),
                        page.options(),
                        page.value(),
                        page.back(),
                        List.of(FieldError.of("value", "casework.bulk.value.missing"))));
        view.setStatus(HttpStatusCode.valueOf(422));
        return view;
    }

    /** Values that were tampered with are left out. */
    private static List<BulkRuns.Chosen> chosen(List<String> values) {
        List<BulkRuns.Chosen> chosen = new ArrayList<>();
        for (String value : values) {
            String[] parts = value.split("~");
            try {
                if (parts.length == 2) {
                    chosen.add(new BulkRuns.Chosen(UUID.fromString(parts[0]), Long.parseLong(parts[1])));
                }
            } catch (IllegalArgumentException forged) {
                continue;
            }
        }
        return chosen.stream().distinct().limit(BulkRuns.MOST).toList();
    }

    private static UUID key(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException missing) {
            return UUID.randomUUID();
        }
    }

    /** Back to the inbox, and nowhere else. */
    private static String local(String back, String more) {
        String path = back.equals("/desk") || back.startsWith("/desk?") ? back : "/desk";
        return path + (path.contains("?") ? "&" : "?") + more;
    }
}
