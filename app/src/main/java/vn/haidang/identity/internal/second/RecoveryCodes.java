package vn.haidang.identity.internal.second;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.identity.AccountId;

/** Codes for the day the authenticator is lost: shown once, kept as keyed hashes, each good for one sign-in. */
@Component
class RecoveryCodes {

    private static final int CODES = 10;
    private static final int BYTES = 10;

    private final SecretBox box;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(SecretBox box, JdbcClient jdbc, Clock clock) {
        this.box = box;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New ones; those before are worth nothing any more. */
    List<String> renew(AccountId account) {
        var codes = Stream.generate(() -> Base32.encode(box.fresh(BYTES)))
                .limit(CODES)
                .toList();
        remove(account);
        for (var code : codes) {
            jdbc.sql("insert into identity.recovery_code (account, hash, made_at) values (:account, :hash, :now)")
                    .param("account", account.value())
                    .param("hash", box.hash(code, account.value()))
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    boolean take(AccountId account, String typed) {
        var code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return jdbc.sql("delete from identity.recovery_code where account = :account and hash = :hash")
                        .param("account", account.value())
                        .param("hash", box.hash(code, account.value()))
                        .update()
                == 1;
    }

    void remove(AccountId account) {
        jdbc.sql("delete from identity.recovery_code where account = :account")
                .param("account", account.value())
                .update();
    }
}
