package vn.haidang;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the root package needs of the environment contract, each an environment variable {@code HAIDANG_…}; an empty value
 * means "not set".
 *
 * @param home folder of data, logs and keys
 * @param clock instant from which the clock runs on, ISO 8601 with offset; only with the embedded database
 * @param demoScale size of the demo city as {@link EnvironmentContract} decided, 0 for none
 * @param attach whether to use the embedded database of a running server, where there is one
 */
@ConfigurationProperties("haidang")
record HaidangSettings(
        @DefaultValue("var") String home,
        @DefaultValue("") String clock,
        @DefaultValue("0") double demoScale,
        @DefaultValue("false") boolean attach,
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
            throw StartRefused.wrongUse(
                    "HAIDANG_CLOCK=" + clock + " is not an instant such as 2026-03-02T08:00:00+07:00");
        }
    }
}
