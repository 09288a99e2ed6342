package vn.haidang.notification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.AccountId;

/** What waits to be carried, and what became of it. */
@Component
public class DeliveryRows {

    /** One message on its way. */
    public record Waiting(
            UUID delivery,
            AccountId to,
            String messageKey,
            List<String> arguments,
            @Nullable String link,
            Instant sentAt,
            int attempts) {}

    private static final int MOST_ATTEMPTS = 8;
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliveryRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Holds up to so many until the transaction ends; other nodes pass them by. */
    List<Waiting> hold(int most, Instant now) {
        return jdbc.sql("""
                        select d.id, m.account, m.message_key, m.arguments, m.link, m.sent_at, d.attempts
                        from notification.delivery d
                          join notification.message m on m.id = d.message
                        where d.state = 'waiting' and d.channel = 'e-mail' and d.next_attempt_at <= :now
                        order by d.next_attempt_at
                        limit :most
                        for update of d skip locked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> waiting(row))
                .list();
    }

    /** Takes up to so many of a channel for two minutes, without a transaction that stays open; what is not marked by then is taken again. */
    public List<Waiting> take(String channel, int most, Instant now) {
        return jdbc.sql("""
                        with taken as (
                          update notification.delivery d
                          set next_attempt_at = :until
                          where d.id in (
                            select w.id from notification.delivery w
                            where w.state = 'waiting' and w.channel = :channel and w.next_attempt_at <= :now
                            order by w.next_attempt_at
                            limit :most
                            for update skip locked)
                          returning d.id, d.message, d.attempts)
                        select t.id, m.account, m.message_key, m.arguments, m.link, m.sent_at, t.attempts
                        from taken t
                          join notification.message m on m.id = t.message
                        order by m.id
                        """)
                .param("channel", channel)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(TAKEN).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> waiting(row))
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("message_key"),
                List.of(json.readValue(row.getString("arguments"), String[].class)),
                row.getString("link"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    public void delivered(UUID delivery, Instant at) {
        jdbc.sql("""
                        update notification.delivery
                        set state = 'delivered', delivered_at = :at, next_attempt_at = null, attempts = attempts + 1, error = null
                        where id = :id
                        """)
                .param("id", delivery)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void noAddress(UUID delivery) {
        jdbc.sql("update notification.delivery set state = 'no-address', next_attempt_at = null where id = :id")
                .param("id", delivery)
                .update();
    }

    /** Tries again after 1, 2, 4 … minutes; gives up after eight attempts. */
    public void failed(Waiting waiting, String error, Instant now) {
        boolean last = waiting.attempts() + 1 >= MOST_ATTEMPTS;
        Instant next = now.plus(Duration.ofMinutes(1L << waiting.attempts()));
        jdbc.sql("""
                        update notification.delivery
                        set state = :state, next_attempt_at = cast(:next as timestamptz), attempts = attempts + 1, error = :error
                        where id = :id
                        """)
                .param("id", waiting.delivery())
                .param("state", last ? "failed" : "waiting")
                .param("next", last ? null : next.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .update();
    }
}
