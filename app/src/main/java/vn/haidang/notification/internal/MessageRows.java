package vn.haidang.notification.internal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.AccountId;
import vn.haidang.notification.Message;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** The messages of accounts. */
@Component
public class MessageRows {

    /** One message as its receiver sees it. */
    public record Received(
            UUID id,
            String messageKey,
            List<String> arguments,
            @Nullable String link,
            Instant sentAt,
            boolean read) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    MessageRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void insert(Message message) {
        Instant now = clock.instant();
        jdbc.sql("""
                        with sent as (
                          insert into notification.message (id, account, message_key, arguments, link, sent_at)
                          values (:id, :account, :key, cast(:arguments as jsonb), :link, :now)
                          returning id)
                        insert into notification.delivery (id, message, channel, state, next_attempt_at, delivered_at)
                        select d.id, sent.id, d.channel, d.state, d.next_attempt_at, d.delivered_at
                        from sent cross join (values
                          (cast(:in_app as uuid), 'in-app', 'delivered', cast(null as timestamptz), cast(:now as timestamptz)),
                          (cast(:mail as uuid), 'e-mail', 'waiting', cast(:now as timestamptz), cast(null as timestamptz)),
                          (cast(:push as uuid), 'push', 'waiting', cast(:now as timestamptz), cast(null as timestamptz))
                        ) d (id, channel, state, next_attempt_at, delivered_at)
                        where d.channel <> 'push'
                          or exists (select 1 from notification.device v where v.account = cast(:account as uuid))
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch(now))
                .param("in_app", UuidCreator.getTimeOrderedEpoch(now))
                .param("mail", UuidCreator.getTimeOrderedEpoch(now))
                .param("push", UuidCreator.getTimeOrderedEpoch(now))
                .param("account", message.to().value())
                .param("key", message.messageKey())
                .param("arguments", json.writeValueAsString(message.arguments()))
                .param("link", message.link())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public Slice<Received> received(AccountId account, PageRequest page) {
        long total = jdbc.sql("select count(*) from notification.message where account = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
        List<Received> rows = jdbc.sql("""
                        select id, message_key, arguments, link, sent_at, read_at is not null as read
                        from notification.message
                        where account = :account
                        order by id desc
                        limit :size offset :offset
                        """)
                .param("account", account.value())
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> new Received(
                        row.getObject("id", UUID.class),
                        row.getString("message_key"),
                        List.of(json.readValue(row.getString("arguments"), String[].class)),
                        row.getString("link"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("read")))
                .list();
        return new Slice<>(rows, page, total);
    }

    public long unread(AccountId account) {
        return jdbc.sql("select count(*) from notification.message where account = :account and read_at is null")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    /** Marks one as read and tells where it leads; empty for a message that is not this account's. */
    public Optional<String> open(AccountId account, UUID id) {
        return jdbc.sql("""
                        update notification.message set read_at = coalesce(read_at, :now)
                        where id = :id and account = :account
                        returning coalesce(link, '') as link
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    public void readAll(AccountId account) {
        jdbc.sql("update notification.message set read_at = :now where account = :account and read_at is null")
                .param("account", account.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
