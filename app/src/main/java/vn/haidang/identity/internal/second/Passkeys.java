package vn.haidang.identity.internal.second;

import com.github.f4b6a3.uuid.UuidCreator;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import vn.haidang.identity.AccountId;

/**
 * Passkeys (WebAuthn): keys in a telephone, a computer or a stick that sign a challenge for this site alone. Only their public half is
 * kept, so nothing here is secret.
 */
@Component
public class Passkeys {

    /** One passkey as its owner sees it. */
    public record Passkey(
            UUID id,
            String name,
            Instant enrolledAt,
            @Nullable Instant usedAt) {}

    private record Kept(UUID id, byte[] credential, long signCount) {}

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final int CHALLENGE = 32;

    private final WebAuthnManager standard;
    private final AttestedCredentialDataConverter credentials;
    private final SecretBox box;
    private final JdbcClient jdbc;
    private final Clock clock;

    Passkeys(SecretBox box, JdbcClient jdbc, Clock clock) {
        var converter = new ObjectConverter();
        this.standard = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
        this.box = box;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Base64url, as all binary values of the standard are written. */
    public String challenge() {
        return text(box.fresh(CHALLENGE));
    }

    /** What a passkey knows its owner by. */
    public static String handle(AccountId account) {
        return text(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array());
    }

    public List<Passkey> of(AccountId account) {
        return jdbc.sql("""
                        select id, name, enrolled_at, used_at from identity.passkey where account = :account order by id
                        """)
                .param("account", account.value())
                .query((row, number) -> {
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Passkey(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /** The credentials an answer may come from, base64url. */
    public List<String> known(AccountId account) {
        return jdbc.sql("select credential_id from identity.passkey where account = :account order by id")
                .param("account", account.value())
                .query((row, number) -> text(row.getBytes("credential_id")))
                .list();
    }

    /** Keeps the passkey the browser made, if it made it here and now; false for anything else. */
    boolean enrol(AccountId account, String response, Ceremony ceremony, String name) {
        try {
            var made = standard.verifyRegistrationResponseJSON(
                    response, new RegistrationParameters(site(ceremony), null, false, true));
            var data = made.getAttestationObject() == null
                    ? null
                    : made.getAttestationObject().getAuthenticatorData();
            var credential = data == null ? null : data.getAttestedCredentialData();
            if (data == null || credential == null) {
                return false;
            }
            return jdbc.sql("""
                            insert into identity.passkey (id, account, credential_id, credential, sign_count, name, enrolled_at)
                            values (:id, :account, :credentialId, :credential, :count, :name, :now)
                            on conflict (credential_id) do nothing
                            """)
                            .param("id", UuidCreator.getTimeOrderedEpoch(clock.instant()))
                            .param("account", account.value())
                            .param("credentialId", credential.getCredentialId())
                            .param("credential", credentials.convert(credential))
                            .param("count", data.getSignCount())
                            .param("name", name)
                            .param("now", OffsetDateTime.now(clock))
                            .update()
                    == 1;
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException refused) {
            log.info("a new passkey was refused: {}", refused.getClass().getSimpleName());
            return false;
        }
    }

    /** Whether one of the account's passkeys signed the challenge; a counter that went back says it was copied. */
    boolean take(AccountId account, String response, Ceremony ceremony) {
        try {
            var answer = standard.parseAuthenticationResponseJSON(response);
            var kept = kept(account, credentialOf(answer));
            if (kept.isEmpty()) {
                return false;
            }
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    null,
                    null,
                    null,
                    kept.get().signCount(),
                    credentials.convert(kept.get().credential()),
                    null,
                    null,
                    null,
                    null);
            standard.verify(answer, new AuthenticationParameters(site(ceremony), record, null, false, true));
            return used(kept.get(), record.getCounter());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException refused) {
            log.info("a passkey was refused: {}", refused.getClass().getSimpleName());
            return false;
        }
    }

    boolean remove(AccountId account, UUID passkey) {
        return jdbc.sql("delete from identity.passkey where account = :account and id = :id")
                        .param("account", account.value())
                        .param("id", passkey)
                        .update()
                == 1;
    }

    void removeAll(AccountId account) {
        jdbc.sql("delete from identity.passkey where account = :account")
                .param("account", account.value())
                .update();
    }

    private boolean used(Kept kept, long count) {
        return jdbc.sql("""
                        update identity.passkey set sign_count = :count, used_at = :now
                        where id = :id and (sign_count < :count or :count = 0)
                        """)
                        .param("count", count)
                        .param("now", OffsetDateTime.now(clock))
                        .param("id", kept.id())
                        .update()
                == 1;
    }

    private Optional<Kept> kept(AccountId account, byte[] credential) {
        return jdbc.sql("""
                        select id, credential, sign_count from identity.passkey
                        where account = :account and credential_id = :credential
                        """)
                .param("account", account.value())
                .param("credential", credential)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class), row.getBytes("credential"), row.getLong("sign_count")))
                .optional();
    }

    @SuppressWarnings("NullAway") // its declaration is not one of a nullable array; an answer that was parsed has one
    private static byte[] credentialOf(AuthenticationData answer) {
        return answer.getCredentialId();
    }

    private static ServerProperty site(Ceremony ceremony) {
        return new ServerProperty(
                Origin.create(ceremony.origin()),
                ceremony.host(),
                new DefaultChallenge(Base64.getUrlDecoder().decode(ceremony.challenge())));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
