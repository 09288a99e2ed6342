package vn.haidang.publicservice.internal;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.spi.FileHolder;

/** The files of applications, of what was given out for them and of papers that came to a desk. */
@Component
class ApplicationFiles implements FileHolder {

    private final JdbcClient jdbc;

    ApplicationFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "publicservice.application_file.file",
                "publicservice.component.file",
                "publicservice.paper.file",
                "publicservice.register.file",
                "publicservice.result.file",
                "publicservice.reused_paper.file");
    }

    @Override
    public Set<FileId> held(Collection<FileId> files) {
        return jdbc.sql("""
                select file from publicservice.application_file where file = any(:files)
                union
                select file from publicservice.component where file = any(:files)
                union
                select file from publicservice.paper where file = any(:files)
                union
                select file from publicservice.register where file = any(:files)
                union
                select file from publicservice.result where file = any(:files)
                union
                select file from publicservice.reused_paper where file = any(:files)
                """)
                .param("files", files.stream().map(FileId::value).toArray(UUID[]::new))
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .set();
    }
}
