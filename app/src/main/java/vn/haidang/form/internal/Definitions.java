package vn.haidang.form.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.form.FormDefinition;

/**
 * The published definitions: shipped ones come from {@code reference-data/form}, superseded ones from the database. A version
 * that somebody has started never changes: changing its file without a new version number stops the start.
 */
@Component
public class Definitions implements ApplicationModuleInitializer {

    private record Shipped(FormDefinition form, String content) {}

    private record Key(String code, int version) {}

    private final Map<String, Shipped> shipped;
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
        shipped.values().forEach(each -> known.put(key(each.form()), each.form()));
    }

    /** Publishes what is shipped; a second time changes nothing. */
    @Override
    public void initialize() {
        transaction.executeWithoutResult(status -> shipped.values().forEach(this::publish));
    }

    /** The codes of the forms that have a version in force, in alphabetical order. */
    public List<String> codes() {
        return shipped.keySet().stream().sorted().toList();
    }

    public Optional<FormDefinition> current(String code) {
        return Optional.ofNullable(shipped.get(code)).map(Shipped::form);
    }

    public Optional<FormDefinition> version(String code, int version) {
        Key key = new Key(code, version);
        FormDefinition found = known.get(key);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<FormDefinition> stored = content(key).map(reader::read);
        stored.ifPresent(form -> known.put(key, form));
        return stored;
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
                where not definition.used
                """)
                .param("code", key.code())
                .param("version", key.version())
                .param("content", each.content())
                .param("now", OffsetDateTime.now(clock))
                .update();
        // Another act may have published these very words, and used them, since we looked.
        if (stands == 0 && !content(key).equals(Optional.of(each.content()))) {
            throw new IllegalStateException("form " + key.code() + " version " + key.version()
                    + " is in use and may not change: publish it as version " + (key.version() + 1));
        }
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
