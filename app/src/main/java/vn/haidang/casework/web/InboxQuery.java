package vn.haidang.casework.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.casework.internal.Inbox;
import vn.haidang.casework.internal.InboxCursor;
import vn.haidang.casework.internal.InboxFilter;

/** What an address of the inbox asks for. Values that mean nothing are left out, so one list has one address. */
public record InboxQuery(
        String tab,
        String scope,
        String due,
        String who,
        String service,
        String step,
        String unit,
        String q,
        String after,
        String before,
        String panel,
        long n) {

    private static final int LONGEST = 300;

    public static InboxQuery of(
            @Nullable String filter,
            @Nullable String scope,
            @Nullable String due,
            @Nullable String who,
            @Nullable String service,
            @Nullable String step,
            @Nullable String unit,
            @Nullable String q,
            @Nullable String after,
            @Nullable String before,
            @Nullable String panel,
            long n) {
        return new InboxQuery(
                tidy(filter),
                tidy(scope),
                tidy(due),
                tidy(who),
                tidy(service),
                tidy(step),
                tidy(unit),
                tidy(q),
                tidy(after),
                tidy(before),
                tidy(panel),
                Math.max(0, n));
    }

    public InboxFilter filter() {
        return new InboxFilter(
                InboxFilter.Scope.of(scope),
                Inbox.Filter.of(tab),
                InboxFilter.Due.of(due),
                who,
                service,
                step,
                unitId(),
                q);
    }

    InboxQuery inScope(InboxFilter.Scope other) {
        return new InboxQuery(tab, other.code(), due, who, service, step, unit, q, after, before, panel, n);
    }

    @Nullable InboxCursor cursor() {
        return InboxCursor.of(after, before);
    }

    /** Whether the panel with the choices is open: it costs a look at the whole list. */
    public boolean open() {
        return !panel.isEmpty() || filter().narrowed();
    }

    /** The list from its beginning. */
    public String path() {
        return path("", "", 0);
    }

    String path(Inbox.Filter other) {
        return "/desk"
                + new InboxQuery(other.code(), scope, due, who, service, step, unit, q, "", "", panel, 0)
                        .values("", "", 0);
    }

    public String path(InboxFilter.Scope other) {
        return "/desk" + new InboxQuery(tab, other.code(), "", "", "", "", "", "", "", "", "", 0).values("", "", 0);
    }

    String after(String place, long shown) {
        return path(place, "", shown);
    }

    String before(String place, long shown) {
        return path("", place, shown);
    }

    /** The same list at the same place, to come back to. */
    public String here() {
        return path(after, before, n);
    }

    /** What a view keeps: everything but the place. */
    public String kept() {
        String values = values("", "", 0);
        return values.isEmpty() ? "" : values.substring(1);
    }

    private String path(String from, String until, long shown) {
        return "/desk" + values(from, until, shown);
    }

    private String values(String from, String until, long shown) {
        UriComponentsBuilder values = UriComponentsBuilder.newInstance();
        Inbox.Filter chosen = Inbox.Filter.of(tab);
        put(values, "filter", chosen == Inbox.Filter.ALL ? "" : chosen.code());
        put(values, "scope", InboxFilter.Scope.of(scope) == InboxFilter.Scope.OWN ? "" : "unit");
        put(values, "due", InboxFilter.Due.of(due).code());
        put(values, "who", who);
        put(values, "service", service);
        put(values, "step", step);
        put(values, "unit", unitId() == null ? "" : unit);
        put(values, "q", q);
        put(values, "panel", panel.isEmpty() ? "" : "open");
        put(values, "after", from);
        put(values, "before", until);
        put(values, "n", shown == 0 ? "" : String.valueOf(shown));
        return values.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder values, String name, String value) {
        if (!value.isEmpty()) {
            values.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private @Nullable UUID unitId() {
        try {
            return unit.length() == 36 ? UUID.fromString(unit) : null;
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }

    private static String tidy(@Nullable String text) {
        String tidy = text == null ? "" : text.strip();
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }
}
