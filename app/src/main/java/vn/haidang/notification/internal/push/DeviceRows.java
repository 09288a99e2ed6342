package vn.haidang.notification.internal.push;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;

/** The rows of {@code notification.device}. */
@Component
class DeviceRows {

    private final JdbcClient jdbc;

    DeviceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A browser belongs to whoever asked last; with more than {@code most} the one added first goes. */
    UUID add(Device device, int most) {
        UUID id = jdbc.sql("""
                        insert into notification.device (id, account, endpoint, key, secret, kind, language, added_at)
                        values (:id, :account, :endpoint, :key, :secret, :kind, :language, :now)
                        on conflict on constraint device_endpoint_once do update
                        set account = excluded.account, key = excluded.key, secret = excluded.secret, kind = excluded.kind,
                            language = excluded.language, added_at = excluded.added_at, told_at = null
                        returning id
                        """)
                .param("id", device.id())
                .param("account", device.account().value())
                .param("endpoint", device.endpoint().toString())
                .param("key", device.key())
                .param("secret", device.secret())
                .param("kind", device.kind())
                .param("language", device.language())
                .param("now", device.addedAt().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        delete from notification.device
                        where id in (
                          select d.id from notification.device d where d.account = :account order by d.added_at desc, d.id desc offset :most)
                        """)
                .param("account", device.account().value())
                .param("most", most)
                .update();
        return id;
    }

    List<Device> of(Collection<AccountId> accounts) {
        return jdbc.sql("""
                        select id, account, endpoint, key, secret, kind, language, added_at, told_at
                        from notification.device
                        where account = any (cast(:accounts as uuid[]))
                        order by added_at desc, id desc
                        """)
                .param(
                        "accounts",
                        accounts.stream()
                                .map(account -> account.value().toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> new Device(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account", UUID.class)),
                        URI.create(row.getString("endpoint")),
                        row.getString("key"),
                        row.getString("secret"),
                        row.getString("kind"),
                        row.getString("language"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("told_at", OffsetDateTime.class))))
                .list();
    }

    boolean remove(AccountId account, UUID id) {
        return jdbc.sql("delete from notification.device where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    List<UUID> removeAll(AccountId account) {
        return jdbc.sql("delete from notification.device where account = :account returning id")
                .param("account", account.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void told(UUID id, Instant at) {
        jdbc.sql("update notification.device set told_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that were neither added nor told since. */
    int forget(Instant before) {
        return jdbc.sql("delete from notification.device where coalesce(told_at, added_at) < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
