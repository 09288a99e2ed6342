package vn.haidang.publicservice.internal.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;
import vn.haidang.organization.Unit;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.Feedback;
import vn.haidang.publicservice.Feedbacks.Official;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.internal.CatalogueRows;

/** What feedback can be about: units that live and procedures of the catalogue. */
@Component
class FeedbackMatters {

    private static final Locale OFFICIALS = Locale.of("vi", "VN");

    private final Units units;
    private final CatalogueRows catalogue;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    FeedbackMatters(Units units, CatalogueRows catalogue, MessageSource messages, JdbcClient jdbc) {
        this.units = units;
        this.catalogue = catalogue;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    UnitId unit(@Nullable UnitId typed, LocalDate today) {
        return Optional.ofNullable(typed)
                .flatMap(units::find)
                .filter(unit -> unit.livesOn(today))
                .map(Unit::id)
                .orElseThrow(PublicServiceProblems::feedbackNoUnit);
    }

    /** Who works at a unit on a day, by name. */
    List<Official> officials(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                        select h.account, a.display_name, min(h.title) as post, bool_or(h.role in ('unit-head', 'leader')) as heads,
                          bool_or(h.role = 'one-stop-officer') as at_counter
                        from identity.pub_holding h join identity.pub_account a on a.id = h.account
                        where h.unit = :unit and h.valid @> cast(:day as date)
                        group by h.account, a.display_name
                        order by a.display_name, h.account
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, number) -> new Official(
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getString("display_name"),
                        row.getString("post"),
                        row.getBoolean("heads"),
                        row.getBoolean("at_counter")))
                .list();
    }

    /**
     * Who answers feedback about an official.
     *
     * @param unit the unit they work at; where they head it, the one above
     * @param officials all whom the sender may mean, by name: better one too many kept away than the one it is about
     */
    record Addressee(UnitId unit, Set<AccountId> officials) {}

    /** Nobody is known to be meant by a post alone; then whoever handles it sees who it is. */
    Addressee answering(UnitId unit, @Nullable String official, LocalDate today) {
        List<Official> named = official == null
                ? List.of()
                : officials(unit, today).stream()
                        .filter(each -> PersonalTraces.isNamed(each.name(), official))
                        .toList();
        boolean up = named.stream().anyMatch(Official::heads);
        return new Addressee(
                up ? above(unit, today) : unit,
                named.stream().map(Official::account).collect(Collectors.toUnmodifiableSet()));
    }

    /** The next unit above; the city itself stays where it is. */
    UnitId above(UnitId unit, LocalDate today) {
        List<Unit> path = units.path(unit, today);
        return path.size() > 1 ? path.get(path.size() - 2).id() : unit;
    }

    String service(String typed, LocalDate today) {
        return catalogue.current(typed, today).map(Service::code).orElseThrow(PublicServiceProblems::noSuchService);
    }

    /** In the language of the officials, for their inbox. */
    String name(Feedback.Kind kind) {
        String key = "publicservice.feedback.kind." + kind.code();
        return Objects.requireNonNullElse(messages.getMessage(key, null, kind.code(), OFFICIALS), kind.code());
    }
}
