package vn.haidang.casework.web.procedure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.casework.internal.CaseworkProblems;
import vn.haidang.casework.internal.Procedure;
import vn.haidang.casework.internal.ProcedureFiles;
import vn.haidang.casework.internal.ProcedurePictures;
import vn.haidang.casework.internal.Procedures;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** The internal procedures, which the law wants published: step, who, how long. */
@Controller
class ProcedurePages {

    private final Procedures procedures;
    private final ProcedurePictures pictures;
    private final ProcedureFiles files;
    private final Clock clock;

    ProcedurePages(Procedures procedures, ProcedurePictures pictures, ProcedureFiles files, Clock clock) {
        this.procedures = procedures;
        this.pictures = pictures;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/procedures")
    @Requires(Access.PUBLIC)
    PageView list() {
        LocalDate today = LocalDate.now(clock);
        return new PageView(
                "casework/procedure/list",
                new ProcedureListPage(procedures.all().stream()
                        .filter(each -> VersionState.of(each, today) == VersionState.IN_FORCE)
                        .map(each -> new ProcedureTable(each, pictures))
                        .toList()));
    }

    @GetMapping("/procedures/{code}")
    @Requires(Access.PUBLIC)
    PageView show(@PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        LocalDate today = LocalDate.now(clock);
        List<Procedure> versions = procedures.all().stream()
                .filter(each -> each.code().equals(code))
                .toList();
        if (versions.isEmpty()) {
            throw CaseworkProblems.noSuchVersion(code, version == null ? 1 : version);
        }
        Procedure shown =
                version == null ? procedures.inForce(code, today).orElse(versions.getLast()) : find(code, version);
        return new PageView(
                "casework/procedure/show",
                new ProcedurePage(
                        shown,
                        new ProcedureTable(shown, pictures),
                        PictureView.of(shown, pictures),
                        versions.reversed(),
                        today));
    }

    @GetMapping("/procedures/{code}/{version}/bpmn")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> bpmn(@PathVariable String code, @PathVariable int version) {
        Procedure procedure = find(code, version);
        return file(procedure, "bpmn", MediaType.APPLICATION_XML, pictures.bpmn(procedure));
    }

    @GetMapping("/procedures/{code}/{version}/csv")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> csv(@PathVariable String code, @PathVariable int version) {
        Procedure procedure = find(code, version);
        return file(procedure, "csv", new MediaType("text", "csv", StandardCharsets.UTF_8), files.csv(procedure));
    }

    @GetMapping("/procedures/{code}/{version}/yaml")
    @Requires(Access.PUBLIC)
    ResponseEntity<byte[]> yaml(@PathVariable String code, @PathVariable int version) {
        Procedure procedure = find(code, version);
        return file(
                procedure, "yml", new MediaType("application", "yaml", StandardCharsets.UTF_8), files.yaml(procedure));
    }

    private Procedure find(String code, int version) {
        return procedures.find(code, version).orElseThrow(() -> CaseworkProblems.noSuchVersion(code, version));
    }

    private static ResponseEntity<byte[]> file(Procedure procedure, String ending, MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(procedure.code() + "-" + procedure.version() + "." + ending)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
