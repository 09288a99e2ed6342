package vn.haidang.publicservice.internal.own;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Accounts;
import vn.haidang.identity.Reader;
import vn.haidang.identity.spi.Representation;

/** Makes copies beside the request that asked for them; what a node leaves behind is taken up again. */
@Component
public class CopyWork {

    private static final Logger log = LoggerFactory.getLogger(CopyWork.class);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(2);

    private final DataCopies copies;
    private final CopyContents contents;
    private final Accounts accounts;
    private final ObjectProvider<Representation> representation;
    private final Clock clock;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    CopyWork(
            DataCopies copies,
            CopyContents contents,
            Accounts accounts,
            ObjectProvider<Representation> representation,
            Clock clock) {
        this.copies = copies;
        this.contents = contents;
        this.accounts = accounts;
        this.representation = representation;
        this.clock = clock;
    }

    /** Begins and does not wait. */
    public void begin(UUID copy) {
        executor.execute(() -> work(copy));
    }

    void resume() {
        copies.left(LEFT_ALONE).forEach(this::work);
    }

    void work(UUID id) {
        DataCopies.Copy copy = copies.find(id).orElse(null);
        if (copy == null || copy.finished() || !copies.begin(id, LEFT_ALONE)) {
            return;
        }
        try {
            Optional<Reader> reader = reader(copy);
            if (reader.isEmpty()) {
                copies.fail(id);
                return;
            }
            write(copy, reader.get());
        } catch (RuntimeException | IOException failure) {
            log.warn("copy {} failed", id, failure);
            copies.fail(id);
        }
    }

    private void write(DataCopies.Copy copy, Reader reader) throws IOException {
        MessageDigest digest = sha256();
        var parts = new ChunkedOutput((number, content) -> copies.part(copy.id(), number, content));
        try (var hashed = new DigestOutputStream(parts, digest)) {
            contents.write(reader, hashed, (done, total) -> copies.progress(copy.id(), total, done));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        copies.finish(copy.id(), parts.bytes(), HexFormat.of().formatHex(digest.digest()), reader);
    }

    /** Whoever asked, in the name they asked in; nobody when they may not act for that name any more. */
    private Optional<Reader> reader(DataCopies.Copy copy) {
        Optional<Reader> self = accounts.findReader(copy.account());
        if (self.isEmpty() || copy.party().is(copy.account())) {
            return self;
        }
        Representation known = representation.getIfAvailable();
        return known == null
                ? Optional.empty()
                : known.of(copy.account(), LocalDate.now(clock)).stream()
                        .filter(mandate -> mandate.party().equals(copy.party()))
                        .findFirst()
                        .map(mandate -> self.get().actingUnder(mandate))
                        .filter(OwnSubjects::personal);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> publicserviceCopiesLeft(CopyWork work) {
            return Tasks.recurring("publicservice-copies-left", FixedDelay.ofMinutes(1))
                    .execute((task, context) -> work.resume());
        }
    }
}
