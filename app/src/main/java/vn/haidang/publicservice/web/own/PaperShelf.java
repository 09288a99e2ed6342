package vn.haidang.publicservice.web.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.publicservice.internal.own.WithdrawnResults;
import vn.haidang.publicservice.internal.own.WithdrawnResults.Withdrawn;
import vn.haidang.registry.KeptResult;

/** Results of an own store with the hash of each file, and whether it still counts. */
@Component
class PaperShelf {

    private final Files files;
    private final WithdrawnResults withdrawn;

    PaperShelf(Files files, WithdrawnResults withdrawn) {
        this.files = files;
        this.withdrawn = withdrawn;
    }

    PapersPage of(List<KeptResult> results) {
        Map<FileId, String> hashes = new HashMap<>();
        files.all(results.stream().map(kept -> new FileId(kept.file())).toList())
                .forEach(file -> hashes.put(file.id(), file.sha256()));
        Map<UUID, Withdrawn> gone = withdrawn.among(results);
        return new PapersPage(results.stream()
                .map(kept -> new PapersPage.Paper(
                        kept, hashes.getOrDefault(new FileId(kept.file()), ""), gone.get(kept.file())))
                .toList());
    }
}
