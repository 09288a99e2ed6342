package vn.haidang.form.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.form.FormDefinition;

/**
 * The published definitions: shipped ones come from {@code reference-data/form}, superseded ones and those an administrator published
 * from the database; the newest of an administrator stands before what is shipped. A version that somebody has started never changes:
 * changing its file without a new version number stops the start. What is published, here or on another node, is in force within five
 * seconds.
 */
@Component
public class Definitions implements ApplicationModuleInitializer {

    private record Shipped(FormDefinition form, String content) {}

    private record Key(String code, int version) {}

    private static final Duration KEPT = Duration.ofSeconds(5);

    /** What administrators published, as read last: all versions, and the newest of each form. */
    private record Desk(Instant readAt, Set<Key> all, Map<String, Integer> newest) {}

    private final Map<String, Shipped> shipped;
    private volatile @Nullable Desk desk;
    private final Map<Key, FormDefinition> known = new ConcurrentHashMap<>();
    private final DefinitionReader reader = new DefinitionReader();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Definitions(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.shipped = readShipped();
    }

    /** Publishes what is shipped; a second time changes nothing. */
    @Override
    public void initialize() {
        transaction.executeWithoutResult(status -> shipped.values().forEach(this::publish));
    }

    /** The codes of the forms that have a version in force, in alphabetical order. */
    public List<String> codes() {
        return Stream.concat(shipped.keySet().stream(), desk().newest().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public Optional<FormDefinition> current(String code) {
        Integer published = desk().newest().get(code);
        return published == null ? Optional.ofNullable(shipped.get(code)).map(Shipped::form) : version(code, published);
    }

    public Optional<FormDefinition> version(String code, int version) {
        Key key = new Key(code, version);
        FormDefinition found = known.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        Shipped ours = shipped.get(code);
        if (ours != null && ours.form().version() == version && !desk().all().contains(key)) {
            return Optional.of(ours.form());
        }
        Optional<FormDefinition> stored = content(key).map(reader::read);
        stored.ifPresent(form -> known.put(key, form));
        return stored;
    }

    /** An administrator publishes in this transaction; this node sees it when it ends. */
    public void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                desk = null;
            }
        });
    }

    private Desk desk() {
        Instant now = clock.instant();
        Desk read = desk;
        if (read == null || now.isAfter(read.readAt().plus(KEPT)) || now.isBefore(read.readAt())) {
            List<Key> all = jdbc.sql("select code, version from form.definition where published_at is not null")
                    .query((row, number) -> new Key(row.getString("code"), row.getInt("version")))
                    .list();
            Map<String, Integer> newest = new HashMap<>();
            all.forEach(key -> newest.merge(key.code(), key.version(), Math::max));
            read = new Desk(now, Set.copyOf(all), Map.copyOf(newest));
            desk = read;
        }
        return read;
    }

    /** The newest version that came with the program, zero where none did. */
    public int shippedVersion(String code) {
        Shipped ours = shipped.get(code);
        return ours == null ? 0 : ours.form().version();
    }

    /** Says that somebody depends on this version from now on. */
    void use(FormDefinition form) {
        Shipped current = shipped.get(form.code());
        if (current != null && current.form().equals(form)) {
            Optional<Boolean> used = used(current);
            if (used.orElse(false)) {
                return;
            }
            if (used.isEmpty()) {
                publish(current);
            }
        }
        jdbc.sql("update form.definition set used = true where code = :code and version = :version and not used")
                .param("code", form.code())
                .param("version", form.version())
                .update();
    }

    /** Whether somebody depends on these very words; empty where other words, or none, stand in the database. */
    private Optional<Boolean> used(Shipped each) {
        Key key = key(each.form());
        return jdbc.sql(
                        "select used from form.definition where code = :code and version = :version and content = :content")
                .param("code", key.code())
                .param("version", key.version())
                .param("content", each.content())
                .query(Boolean.class)
                .optional();
    }

    private void publish(Shipped each) {
        Key key = key(each.form());
        Optional<String> stored = content(key);
        if (stored.isPresent() && same(stored.get(), each)) {
            return;
        }
        int stands = jdbc.sql("""
                insert into form.definition (code, version, content, loaded_at)
                values (:code, :version, :content, :now)
                on conflict (code, version) do update
                set content = excluded.content, loaded_at = excluded.loaded_at
                where not definition.used and definition.published_at is null
                """)
                .param("code", key.code())
                .param("version", key.version())
                .param("content", each.content())
                .param("now", OffsetDateTime.now(clock))
                .update();
        // Another act may have published these very words, and used them, since we looked.
        if (stands == 0 && !ofTheDesk(key) && !content(key).equals(Optional.of(each.content()))) {
            throw new IllegalStateException("form " + key.code() + " version " + key.version()
                    + " is in use and may not change: publish it as version " + (key.version() + 1));
        }
    }

    /** Whether an administrator took the number for a version of their own, which stands before what is shipped. */
    private boolean ofTheDesk(Key key) {
        return jdbc.sql("""
                select exists (select from form.definition
                    where code = :code and version = :version and published_at is not null)
                """)
                .param("code", key.code())
                .param("version", key.version())
                .query(Boolean.class)
                .single();
    }

    /** Whether it reads as the same form, however it is written. */
    private boolean same(String stored, Shipped each) {
        try {
            return stored.equals(each.content()) || reader.read(stored).equals(each.form());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private Optional<String> content(Key key) {
        return jdbc.sql("select content from form.definition where code = :code and version = :version")
                .param("code", key.code())
                .param("version", key.version())
                .query(String.class)
                .optional();
    }

    private Map<String, Shipped> readShipped() {
        Map<String, Shipped> found = new ConcurrentHashMap<>();
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:reference-data/form/*.yml");
            for (Resource file : Arrays.asList(files)) {
                FormDefinition form = reader.read(file.getContentAsString(StandardCharsets.UTF_8));
                found.merge(form.code(), new Shipped(form, DefinitionWriter.write(form)), Definitions::newer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(found);
    }

    private static Shipped newer(Shipped one, Shipped other) {
        return one.form().version() > other.form().version() ? one : other;
    }

    private static Key key(FormDefinition form) {
        return new Key(form.code(), form.version());
    }
}
