package vn.haidang.publicservice.internal.own;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.Application;
import vn.haidang.publicservice.ApplicationId;
import vn.haidang.registry.KeptResult;

/**
 * What a copy holds: {@code data.json} with everything in words a program reads, and every file beside it. No password, no key, no
 * secret of a receipt is in it.
 */
@Component
class CopyContents {

    /** Told after each step. */
    interface Progress {
        void at(int done, int total);
    }

    /** A file and where it stands in the copy. */
    private record Beside(String path, FileId file) {}

    private final CopyData data;
    private final OwnSubjects subjects;
    private final OwnFiles documents;
    private final Files files;
    private final JsonMapper json;

    CopyContents(CopyData data, OwnSubjects subjects, OwnFiles documents, Files files, JsonMapper json) {
        this.data = data;
        this.subjects = subjects;
        this.documents = documents;
        this.files = files;
        this.json = json;
    }

    void write(Reader reader, OutputStream to, Progress progress) throws IOException {
        List<ApplicationId> ids = subjects.applications(reader);
        List<KeptResult> results = documents.results(reader);
        List<Beside> beside = new ArrayList<>();
        List<Map<String, Object>> applications = new ArrayList<>();
        int total = ids.size() + 1;
        for (ApplicationId id : ids) {
            Application application = data.application(id, reader);
            List<String> paths = new ArrayList<>();
            for (Application.HandedIn file : application.files()) {
                String path = "files/" + plain(application.dossierCode()) + "/" + file.round() + "-" + beside.size()
                        + "-" + plain(file.name());
                beside.add(new Beside(path, file.file()));
                paths.add(path);
            }
            applications.add(data.words(application, paths, reader));
            progress.at(applications.size(), total);
        }
        List<Map<String, Object>> papers = new ArrayList<>();
        Map<UUID, WithdrawnResults.Withdrawn> gone = documents.withdrawn(results);
        for (KeptResult result : results) {
            String path = "papers/" + beside.size() + "-" + plain(result.number()) + ".pdf";
            beside.add(new Beside(path, new FileId(result.file())));
            papers.add(CopyData.words(result, path, gone.get(result.file())));
        }
        for (OwnFiles.Given given : documents.given(reader, results)) {
            beside.add(new Beside(
                    "files/" + plain(given.dossier()) + "/given-" + beside.size() + "-" + plain(given.number())
                            + ".pdf",
                    given.file()));
        }
        Map<String, Object> all = new LinkedHashMap<>(data.rest(reader));
        all.put("applications", applications);
        all.put("papers", papers);
        int steps = ids.size() + 1 + beside.size();
        int done = ids.size();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
            zip.closeEntry();
            progress.at(++done, steps);
            for (Beside each : beside) {
                zip.putNextEntry(new ZipEntry(each.path()));
                try (InputStream bytes = files.open(each.file())) {
                    bytes.transferTo(zip);
                }
                zip.closeEntry();
                progress.at(++done, steps);
            }
        }
    }

    /** A name that is one step of a path on every system. */
    private static String plain(String name) {
        String plain = Objects.requireNonNull(name).replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        return plain.startsWith(".") ? "_" + plain : plain;
    }
}
