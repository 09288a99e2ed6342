package vn.haidang;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set, each as an environment variable {@code HAIDANG_…}; an empty value means "not set".
 *
 * @param home folder of data, logs and keys
 * @param clock instant from which the clock runs on, ISO 8601 with offset; only with the embedded database
 * @param demo scale of the demo city, {@code off} for none
 */
@ConfigurationProperties("haidang")
record HaidangSettings(
        @DefaultValue("var") String home,
        @DefaultValue("") String clock,
        @DefaultValue("") String demo,
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue Database database) {

    /** JDBC addresses of an external database; all empty means the embedded one. */
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String ownerUrl,
            @DefaultValue("") String retentionUrl) {}

    boolean embedded() {
        return database.url().isBlank();
    }

    boolean clockIsSet() {
        return !clock.isBlank();
    }

    Instant clockStart() {
        try {
            return OffsetDateTime.parse(clock).toInstant();
        } catch (DateTimeParseException e) {
            throw new StartRefused(
                    "HAIDANG_CLOCK=" + clock + " is not an instant such as 2026-03-02T08:00:00+07:00", e);
        }
    }
}
