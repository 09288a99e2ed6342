package vn.haidang.document.internal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.spi.FileHolder;

/** The files of documents that were given out; what a document was before it was signed is not among them. */
@Component
class DocumentFiles implements FileHolder {

    private final JdbcClient jdbc;

    DocumentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of("document.issued.file");
    }

    @Override
    public Set<FileId> held(Collection<FileId> files) {
        return jdbc.sql("select file from document.issued where file = any(:files)")
                .param("files", files.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .set();
    }
}
