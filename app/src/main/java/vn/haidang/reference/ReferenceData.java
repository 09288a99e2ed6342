package vn.haidang.reference;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.haidang.journal.Act;
import vn.haidang.journal.Actor;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.reference.internal.CsvTable;
import vn.haidang.reference.internal.LoadOrder;
import vn.haidang.reference.internal.LoadedTables;
import vn.haidang.reference.internal.Refusals;
import vn.haidang.reference.internal.TableFiles;
import vn.haidang.reference.spi.Importer;

/**
 * Loads the tables of reference data: the city's own file where its folder has one, else the shipped one. A table is taken whole
 * or not at all, in one transaction with its journal entry; a file that was loaded before is left alone, so loading again is cheap.
 */
@Component
public class ReferenceData {

    private static final int NAMED_REFUSALS = 5;

    private final LoadOrder order;
    private final TableFiles files;
    private final LoadedTables loaded;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final MessageSource messages;

    public ReferenceData(
            LoadOrder order,
            TableFiles files,
            LoadedTables loaded,
            Journal journal,
            TransactionOperations transactions,
            MessageSource messages) {
        this.order = order;
        this.files = files;
        this.loaded = loaded;
        this.journal = journal;
        this.transactions = transactions;
        this.messages = messages;
    }

    /** @throws ReferenceDataRefused when a table is refused; the tables before it stay loaded */
    public void load() {
        load(progress -> {});
    }

    /** As {@link #load()}, telling after each table how far it is. */
    public void load(Consumer<TableLoaded> progress) {
        var importers = order.importers();
        for (int i = 0; i < importers.size(); i++) {
            progress.accept(load(importers.get(i), i + 1, importers.size()));
        }
    }

    /** Changes whenever a table of the module was loaded anew; a cache that remembers it knows when it is stale. */
    public String version(String module) {
        return loaded.version(module);
    }

    private TableLoaded load(Importer importer, int number, int tables) {
        var refusals = new Refusals(importer.table());
        var file = files.find(importer);
        if (file.isEmpty()) {
            refusals.add(0, "", "reference.refused.missing-file");
            throw refused(refusals);
        }
        var table = CsvTable.read(file.get(), importer.columns(), importer.optionalColumns(), refusals);
        if (refusals.any()) {
            throw refused(refusals);
        }
        var changed = Boolean.TRUE.equals(transactions.execute(status -> take(importer, table, refusals)));
        return new TableLoaded(importer.table(), number, tables, table.rows().size(), changed);
    }

    private boolean take(Importer importer, CsvTable table, Refusals refusals) {
        loaded.lock();
        var before = loaded.fingerprint(importer.table());
        if (table.fingerprint().equals(before)) {
            return false;
        }
        store(importer, table, refusals);
        loaded.record(importer.table(), table.fingerprint(), table.rows().size());
        journal.act(Act.of("reference/loaded", Actor.SYSTEM)
                .on(new Subject("reference/table", UuidCreator.getNameBasedSha1(importer.table())))
                .changed("sha256", before, table.fingerprint()));
        return true;
    }

    private void store(Importer importer, CsvTable table, Refusals refusals) {
        try {
            importer.load(table.rows());
        } catch (DataIntegrityViolationException e) {
            if (!refusals.any()) {
                refusals.add(0, "", "reference.refused.constraint", firstLine(e.getMostSpecificCause()));
            }
        }
        if (refusals.any()) {
            throw refused(refusals);
        }
    }

    private ReferenceDataRefused refused(Refusals refusals) {
        var all = refusals.list();
        var first = all.stream().limit(NAMED_REFUSALS).map(this::say).collect(Collectors.joining("; "));
        var more = all.size() > NAMED_REFUSALS ? "; … (" + all.size() + ")" : "";
        return new ReferenceDataRefused("reference data " + refusals.table() + " refused: " + first + more, all);
    }

    private String say(Refusal refusal) {
        var words = words(refusal);
        var place = refusal.line() == 0 ? "" : "line " + refusal.line();
        if (!refusal.column().isEmpty()) {
            place += (place.isEmpty() ? "" : ", ") + refusal.column();
        }
        return place.isEmpty() ? words : place + ": " + words;
    }

    private String words(Refusal refusal) {
        try {
            return messages.getMessage(refusal.messageKey(), refusal.arguments().toArray(), Locale.ENGLISH);
        } catch (NoSuchMessageException e) {
            return refusal.messageKey() + refusal.arguments();
        }
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** The tables in the order they load. */
    public List<String> tables() {
        return order.importers().stream().map(Importer::table).toList();
    }
}
