package vn.haidang.form.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.haidang.files.Files;
import vn.haidang.form.Draft;
import vn.haidang.form.FormDefinition.Field;
import vn.haidang.form.FormDefinition.Kind;
import vn.haidang.form.FormDefinition.Page;
import vn.haidang.form.Upload;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Act;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Stores the files of a page, each in a transaction of its own: one that is refused takes nothing else with it. */
@Component
public class Uploads {

    /** In bytes; what a phone's photograph or a scanned document needs. */
    public static final long LARGEST = 20L * 1024 * 1024;

    /** Media types taken, as judged by the bytes. */
    public static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");

    private final DraftRows rows;
    private final Files files;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Uploads(DraftRows rows, Files files, Journal journal, TransactionTemplate transaction) {
        this.rows = rows;
        this.files = files;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** Stores what may be stored; what is refused, by field. */
    public List<FieldError> store(Draft draft, Page page, Collection<Upload> uploads, Reader reader) {
        List<FieldError> refused = new ArrayList<>();
        for (Field field : draft.form().asked(page, draft.values())) {
            int room = field.rules().maxLength() - draft.files(field.name()).size();
            for (Upload upload : uploads) {
                if (field.kind() != Kind.FILE || !upload.field().equals(field.name())) {
                    continue;
                }
                if (room-- <= 0) {
                    refused.add(FieldError.of(
                            field.name(),
                            "form.error.too-many-files",
                            field.label(),
                            field.rules().maxLength()));
                    break;
                }
                try {
                    store(draft, field, upload, reader);
                } catch (ProblemException refusal) {
                    refused.add(FieldError.of(field.name(), refusal.problem()));
                }
            }
        }
        return refused;
    }

    private void store(Draft draft, Field field, Upload upload, Reader reader) {
        transaction.executeWithoutResult(status -> {
            if (!rows.holdOpen(draft.id())) {
                throw Problem.of("form/draft-finished", 409).exception();
            }
            try (InputStream bytes = upload.bytes().open()) {
                var stored = files.store(upload.name(), bytes, LARGEST, accepted(field), reader.actor());
                rows.attach(draft.id(), upload.field(), stored.id());
                journal.act(Act.of("form/file-attached", reader.actor())
                        .on(new Subject("form/draft", draft.id().value()))
                        .on(new Subject("files/file", stored.id().value())));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** Of what is taken at all, what this field takes. */
    public static Set<String> accepted(Field field) {
        return field.rules().accept().isEmpty() ? TYPES : field.rules().accept();
    }
}
