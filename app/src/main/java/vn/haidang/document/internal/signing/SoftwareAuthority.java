package vn.haidang.document.internal.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;

/**
 * The trial authority of an installation: made by itself, it certifies every official and every organisation that signs. All nodes
 * share it through the database; its secret lies in the home. What is signed with it proves that nothing was changed, not who a court
 * would hold to it, and so is marked.
 */
@Component
class SoftwareAuthority implements SigningKeys {

    static final String CODE = "software";

    private static final String AUTHORITY = "authority";
    private static final UUID ITSELF = new UUID(0, 0);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AUTHORITY_LIVES = Duration.ofDays(3653);
    private static final Duration HOLDER_LIVES = Duration.ofDays(1096);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    private static final int MOST_IN_MEMORY = 2000;

    private record Held(String name, Instant validUntil, SoftwareKey key) {}

    private final KeyRows rows;
    private final KeyBox box;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;
    private final Cache<UUID, Held> held =
            Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).build();

    SoftwareAuthority(KeyRows rows, KeyBox box, Journal journal, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.box = box;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    /**
     * In the caller's transaction: a certificate that was made for an act that failed was never made. A key that cannot sign is no reason
     * for the act to fail: its document waits.
     */
    @Override
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = SigningFailed.class)
    public Optional<SigningKey> of(Signatory signatory) {
        Held known = held.getIfPresent(signatory.id());
        if (known == null || !known.name().equals(signatory.name()) || endsSoon(known.validUntil())) {
            known = find(signatory);
            remember(signatory.id(), known);
        }
        return Optional.of(known.key());
    }

    /** Makes the authority where there is none, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ready() {
        authority();
    }

    private Held find(Signatory signatory) {
        String kind = switch (signatory) {
            case Signatory.Person person -> "person";
            case Signatory.Organisation organisation -> "unit";
        };
        KeyRows.Row row = rows.current(kind, signatory.id()).orElse(null);
        Held authority = authority();
        if (row != null
                && (!row.name().equals(signatory.name())
                        || endsSoon(row.validUntil())
                        || !issuedBy(authority.key(), Certificates.read(row.certificate())))) {
            rows.end(row.id(), clock.instant());
            row = null;
        }
        if (row == null) {
            row = made(kind, signatory.id(), signatory.name(), authority);
        }
        return open(row, authority.key());
    }

    private Held authority() {
        Held known = held.getIfPresent(ITSELF);
        if (known != null && !endsSoon(known.validUntil())) {
            return known;
        }
        KeyRows.Row row = rows.current(AUTHORITY, ITSELF).orElse(null);
        if (row != null && endsSoon(row.validUntil())) {
            rows.end(row.id(), clock.instant());
            row = null;
        }
        if (row == null) {
            row = made(AUTHORITY, ITSELF, say("document.sign.authority"), null);
        }
        Held found = open(row, null);
        remember(ITSELF, found);
        return found;
    }

    private KeyRows.Row made(String kind, UUID holder, String name, @Nullable Held authority) {
        Instant now = clock.instant();
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        var pair = Certificates.pair();
        Instant from = now.minus(BEFORE);
        Instant until =
                authority == null ? now.plus(AUTHORITY_LIVES) : earlier(now.plus(HOLDER_LIVES), authority.validUntil());
        X500Name subject = Certificates.name(name, say("document.sign.trial"));
        X509Certificate certificate = authority == null
                ? Certificates.authority(subject, pair, from, until)
                : Certificates.holder(
                        authority.key().chain().getFirst(),
                        authority.key().key(),
                        subject,
                        pair.getPublic(),
                        from,
                        until);
        var row = new KeyRows.Row(
                id,
                kind,
                holder,
                name,
                encoded(certificate),
                box.seal(pair.getPrivate().getEncoded(), id),
                until);
        if (rows.insert(row, now)) {
            journal.act(Act.of("document/key-made", Actor.SYSTEM)
                    .on(new Subject("document/signing-key", id))
                    .changed("certificate", null, certificate.getSerialNumber().toString(16)));
        }
        return rows.current(kind, holder).orElseThrow();
    }

    private Held open(KeyRows.Row row, @Nullable SoftwareKey authority) {
        X509Certificate certificate = Certificates.read(row.certificate());
        List<X509Certificate> chain = authority == null
                ? List.of(certificate)
                : List.of(certificate, authority.chain().getFirst());
        return new Held(row.name(), row.validUntil(), new SoftwareKey(key(box.open(row.sealedKey(), row.id())), chain));
    }

    private void remember(UUID holder, Held found) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                held.put(holder, found);
            }
        });
    }

    /** A certificate of an authority that was renewed since keeps its own chain in what it signed, and signs nothing more. */
    private static boolean issuedBy(SoftwareKey authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.chain().getFirst().getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean endsSoon(Instant end) {
        return end.isBefore(clock.instant().plus(RENEWED_BEFORE_END));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.of("vi", "VN"));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(byte[] encoded) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept signing key is damaged", e);
        }
    }
}
