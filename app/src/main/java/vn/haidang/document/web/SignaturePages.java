package vn.haidang.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.document.internal.LateSignatures;
import vn.haidang.document.internal.Signatures;
import vn.haidang.document.internal.SigningRuns;
import vn.haidang.document.internal.SigningWork;
import vn.haidang.document.internal.WaitingRows;
import vn.haidang.files.Files;
import vn.haidang.files.StoredFile;
import vn.haidang.identity.Reader;
import vn.haidang.organization.UnitId;
import vn.haidang.organization.UnitWords;
import vn.haidang.organization.Units;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.spi.MenuEntry;

/** A head reads what waits, chooses, and signs it all; the page may be left meanwhile. */
@Controller
class SignaturePages {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LateSignatures signatures;
    private final SigningRuns runs;
    private final SigningWork work;
    private final Units units;
    private final Files files;

    SignaturePages(LateSignatures signatures, SigningRuns runs, SigningWork work, Units units, Files files) {
        this.signatures = signatures;
        this.runs = runs;
        this.work = work;
        this.units = units;
        this.files = files;
    }

    @Bean
    static MenuEntry documentSignaturesEntry() {
        return new MenuEntry(
                "document.menu.signatures", MenuEntry.Menu.DESK, "/desk/signatures", Signatures.ACTION, 40);
    }

    @GetMapping("/desk/signatures")
    @Requires(Signatures.ACTION)
    PageView waiting(Reader reader) {
        return new PageView("document/waiting", page(reader, List.of()));
    }

    @PostMapping("/desk/signatures")
    @Requires(Signatures.ACTION)
    ModelAndView sign(
            Reader reader,
            @RequestParam(required = false) @Nullable List<String> document,
            @RequestParam(defaultValue = "") String key) {
        List<UUID> chosen = (document == null ? List.<String>of() : document)
                .stream()
                        .flatMap(value -> id(value).stream())
                        .distinct()
                        .limit(WaitingRows.MOST)
                        .toList();
        Optional<UUID> once = id(key);
        Optional<UUID> before = once.flatMap(each -> runs.asked(each, reader));
        if (before.isPresent()) {
            return to(before.get());
        }
        List<UUID> there = known(chosen, reader);
        if (there.isEmpty() || once.isEmpty()) {
            var view = new PageView(
                    "document/waiting",
                    page(reader, List.of(FieldError.of("document", "document.waiting.none-chosen"))));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        UUID run = runs.ask(there, once.get(), reader);
        work.begin(run, PATIENCE);
        return to(run);
    }

    private static ModelAndView to(UUID run) {
        return new ModelAndView("redirect:/desk/signatures/" + run);
    }

    @GetMapping("/desk/signatures/{run}")
    @Requires(Signatures.ACTION)
    PageView progress(Reader reader, @PathVariable UUID run) {
        return new PageView("document/signing", new SigningRunPage(runs.progress(run, reader)));
    }

    @GetMapping("/desk/signatures/documents/{document}")
    @Requires(Signatures.ACTION)
    void read(Reader reader, @PathVariable UUID document, HttpServletResponse response) {
        StoredFile file = signatures.read(document, reader);
        try (InputStream bytes = files.open(file.id())) {
            response.setContentType(file.mediaType());
            response.setContentLengthLong(file.bytes());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(file.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            bytes.transferTo(response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private WaitingPage page(Reader reader, List<FieldError> errors) {
        List<WaitingRows.Waiting> documents = signatures.of(reader);
        Map<UnitId, String> names = documents.stream()
                .map(WaitingRows.Waiting::issuer)
                .distinct()
                .collect(Collectors.toMap(unit -> unit, unit -> UnitWords.name(units.get(unit))));
        return new WaitingPage(documents, names, errors);
    }

    /** What is not there for this reader is left out, so that a run names nothing a reader may not know. */
    private List<UUID> known(List<UUID> chosen, Reader reader) {
        List<UUID> there =
                signatures.of(reader).stream().map(WaitingRows.Waiting::id).toList();
        return chosen.stream().filter(there::contains).toList();
    }

    private static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
