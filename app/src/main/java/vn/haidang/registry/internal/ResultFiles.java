package vn.haidang.registry.internal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.spi.FileHolder;

/** The files of results that are kept for people and businesses. */
@Component
class ResultFiles implements FileHolder {

    private final JdbcClient jdbc;

    ResultFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of("registry.issued_result.file");
    }

    @Override
    public Set<FileId> held(Collection<FileId> files) {
        return jdbc.sql("select file from registry.issued_result where file = any(:files)")
                .param("files", files.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .set();
    }
}
