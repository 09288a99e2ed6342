package vn.haidang.publicservice.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Text;
import vn.haidang.form.spi.LookupSource;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.ApplicationId;

/** A dossier of the reader's own by its code; anybody else's is answered like one that does not exist. */
@Component
class OwnDossierByCode implements LookupSource {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;

    private final JdbcClient jdbc;

    OwnDossierByCode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "dossier";
    }

    @Override
    public String messages() {
        return "publicservice.by-key.dossier";
    }

    @Override
    public String register() {
        return "own-dossiers";
    }

    @Override
    public Map<String, Set<Kind>> gives() {
        return Map.of(
                "service", EnumSet.of(Kind.TEXT, Kind.LONG_TEXT),
                "submitted-on", EnumSet.of(Kind.DATE),
                "unit-name", EnumSet.of(Kind.TEXT, Kind.LONG_TEXT));
    }

    @Override
    public boolean shaped(String key) {
        String plain = normal(key);
        return plain.length() >= SHORTEST
                && plain.length() <= LONGEST
                && plain.chars().anyMatch(Character::isDigit)
                && plain.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public Optional<LookedUp> find(String key, Reader reader) {
        Own own = Own.of(reader);
        return jdbc.sql("""
                        select a.id, a.submitted_on, v.name, v.name_en, u.name as unit
                        from publicservice.application a
                        join publicservice.service_version v on v.code = a.service_code and v.version = a.service_version
                        left join organization.pub_unit u on u.id = a.unit
                        where a.dossier_code = :code and """ + " " + own.sql())
                .param("code", normal(key))
                .params(own.parameters())
                .query((row, number) -> {
                    LocalDate day = row.getObject("submitted_on", LocalDate.class);
                    String unit = row.getString("unit");
                    return new LookedUp(
                            new Text(row.getString("name"), row.getString("name_en")),
                            register(),
                            day,
                            unit == null
                                    ? Map.of("service", row.getString("name"), "submitted-on", day.toString())
                                    : Map.of(
                                            "service", row.getString("name"),
                                            "submitted-on", day.toString(),
                                            "unit-name", unit),
                            List.of(Traces.subject(new ApplicationId(row.getObject("id", UUID.class)))));
                })
                .optional();
    }

    /** As it is printed, however it was typed. */
    private static String normal(String key) {
        return key.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
