package vn.haidang.document.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haidang.document.internal.signing.OwnSeals;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Pictures of the seals of organisations as an administrator gave them; each stays until another takes its place or it is taken away. */
@Component
public class Seals implements OwnSeals {

    private static final int LEAST_WIDTH = 20;
    private static final int MOST_WIDTH = 60;

    /** One that counts now. */
    public record Line(UUID id, UnitId unit, int width, String source, Instant at) {}

    /**
     * As it was given.
     *
     * @param unit empty where none was chosen
     * @param width millimetres, as typed
     */
    public record Given(String unit, byte[] png, String width, String source) {}

    private final JdbcClient jdbc;
    private final Units units;
    private final Journal journal;
    private final Clock clock;

    Seals(JdbcClient jdbc, Units units, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public @Nullable OwnSeal of(UnitId unit) {
        return jdbc.sql("select id, png, width from document.seal where unit = :unit and ended_at is null")
                .param("unit", unit.value())
                .query((row, number) ->
                        new OwnSeal(row.getObject("id", UUID.class), row.getBytes("png"), row.getInt("width")))
                .optional()
                .orElse(null);
    }

    /** The latest first. */
    public List<Line> all() {
        return jdbc.sql("""
                        select id, unit, width, source, set_at from document.seal where ended_at is null order by id desc
                        """)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getInt("width"),
                        row.getString("source"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @throws ProblemException {@code document/no-such-seal} */
    public byte[] png(UUID id) {
        return jdbc.sql("select png from document.seal where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElseThrow(Seals::noSuchSeal);
    }

    /** What is wrong with what was given; where nothing is, it counts for what is signed from now on, in the place of the one before. */
    @Transactional
    public List<FieldError> set(Given given, Reader by) {
        List<FieldError> wrong = new ArrayList<>();
        UnitId unit = unit(given.unit()).orElse(null);
        if (unit == null) {
            wrong.add(FieldError.of("unit", "document.seals.unit.missing"));
        }
        SealImage.wrong(given.png()).ifPresent(key -> wrong.add(FieldError.of("file", key)));
        int width = given.width().matches("[0-9]{1,3}") ? Integer.parseInt(given.width()) : 0;
        if (width < LEAST_WIDTH || width > MOST_WIDTH) {
            wrong.add(FieldError.of("width", "document.placement.between", LEAST_WIDTH, MOST_WIDTH));
        }
        if (given.source().isBlank()) {
            wrong.add(FieldError.of("source", "document.placement.source.missing"));
        }
        AccountId account = by.account();
        if (!wrong.isEmpty() || unit == null || account == null) {
            return wrong;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "document/seal/" + unit.value())
                .query((row, number) -> 0)
                .single();
        OffsetDateTime now = OffsetDateTime.now(clock);
        UUID id = UuidCreator.getTimeOrderedEpoch(clock.instant());
        jdbc.sql("""
                        update document.seal set ended_at = :now, ended_by = :by where unit = :unit and ended_at is null
                        """)
                .param("unit", unit.value())
                .param("now", now)
                .param("by", account.value())
                .update();
        jdbc.sql("""
                        insert into document.seal (id, unit, png, width, source, set_at, set_by)
                        values (:id, :unit, :png, :width, :source, :now, :by)
                        """)
                .param("id", id)
                .param("unit", unit.value())
                .param("png", given.png())
                .param("width", width)
                .param("source", given.source())
                .param("now", now)
                .param("by", account.value())
                .update();
        journal.act(Act.of("document/seal-set", by.actor())
                .on(new Subject("document/seal", id))
                .on(new Subject("organization/unit", unit.value()))
                .changed("sha256", null, sha256(given.png())));
        return List.of();
    }

    /**
     * What is signed from now on has the drawn one again.
     *
     * @throws ProblemException {@code document/no-such-seal}
     */
    @Transactional
    public void end(UUID id, Reader by) {
        AccountId account = by.account();
        if (account == null
                || jdbc.sql("""
                                update document.seal set ended_at = :now, ended_by = :by where id = :id and ended_at is null
                                """)
                                .param("id", id)
                                .param("now", OffsetDateTime.now(clock))
                                .param("by", account.value())
                                .update()
                        == 0) {
            throw noSuchSeal();
        }
        journal.act(Act.of("document/seal-ended", by.actor()).on(new Subject("document/seal", id)));
    }

    private Optional<UnitId> unit(String typed) {
        try {
            var unit = new UnitId(UUID.fromString(typed));
            LocalDate today = LocalDate.now(clock);
            return units.find(unit).filter(each -> each.livesOn(today)).map(each -> unit);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException noSuchSeal() {
        return Problem.of("document/no-such-seal", 404).exception();
    }
}
