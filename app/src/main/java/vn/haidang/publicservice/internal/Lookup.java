package vn.haidang.publicservice.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.publicservice.ApplicationSummary;

/**
 * Where an application stands, for whoever holds its code and its secret. A code that does not exist and a wrong secret are answered
 * alike and after the same work: one statement, two hashes, one comparison that does not end early.
 */
@Component
public class Lookup {

    private static final int LONGEST = 100;

    private record Row(UUID id, String secret) {

        static final Row NONE = new Row(new UUID(0, 0), "");
    }

    private final ApplicationRows rows;
    private final JdbcClient jdbc;
    private final Journal journal;

    Lookup(ApplicationRows rows, JdbcClient jdbc, Journal journal) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.journal = journal;
    }

    public Optional<ApplicationSummary> find(String code, String secret) {
        Row row = jdbc.sql("select id, secret from publicservice.application where dossier_code = :code")
                .param("code", normal(code))
                .query((found, number) -> new Row(found.getObject("id", UUID.class), found.getString("secret")))
                .optional()
                .orElse(Row.NONE);
        boolean same = MessageDigest.isEqual(hash(normal(secret)), hash(row.secret()));
        if (!same || row == Row.NONE) {
            return Optional.empty();
        }
        ApplicationId id = new ApplicationId(row.id());
        journal.read(Actor.ANONYMOUS, "publicservice/lookup", List.of(Traces.subject(id)));
        return rows.summary(id);
    }

    /** As it is printed, however it was typed. */
    private static String normal(String typed) {
        String shortened = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return shortened.replaceAll("[\\s\\p{Cntrl}]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
