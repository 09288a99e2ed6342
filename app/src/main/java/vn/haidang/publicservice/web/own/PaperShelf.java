package vn.haidang.publicservice.web.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.haidang.files.FileId;
import vn.haidang.files.Files;
import vn.haidang.organization.Units;
import vn.haidang.publicservice.internal.own.ResultOrigins;
import vn.haidang.publicservice.internal.own.ResultOrigins.Origin;
import vn.haidang.publicservice.internal.own.WithdrawnResults;
import vn.haidang.publicservice.internal.own.WithdrawnResults.Withdrawn;
import vn.haidang.registry.KeptResult;

/** Results of an own store with the hash of each file, and whether it still counts and what it came of. */
@Component
class PaperShelf {

    private final Files files;
    private final WithdrawnResults withdrawn;
    private final ResultOrigins origins;
    private final Units units;

    PaperShelf(Files files, WithdrawnResults withdrawn, ResultOrigins origins, Units units) {
        this.files = files;
        this.withdrawn = withdrawn;
        this.origins = origins;
        this.units = units;
    }

    PapersPage of(List<KeptResult> results) {
        Map<FileId, String> hashes = new HashMap<>();
        files.all(results.stream().map(kept -> new FileId(kept.file())).toList())
                .forEach(file -> hashes.put(file.id(), file.sha256()));
        Map<UUID, Withdrawn> gone = withdrawn.among(results);
        Map<UUID, Origin> came = origins.among(results);
        return new PapersPage(results.stream()
                .map(kept -> new PapersPage.Paper(
                        kept,
                        hashes.getOrDefault(new FileId(kept.file()), ""),
                        gone.get(kept.file()),
                        from(kept, came.get(kept.file()))))
                .toList());
    }

    /** With the issuer under the name it had on the day it issued. */
    private PapersPage.@Nullable From from(KeptResult kept, @Nullable Origin origin) {
        return origin == null ? null : new PapersPage.From(origin, units.named(origin.unit(), kept.issuedOn()));
    }
}
