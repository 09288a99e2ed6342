package vn.haidang.publicservice.web.own;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.own.CopyWork;
import vn.haidang.publicservice.internal.own.DataCopies;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.publicservice.internal.own.OwnSubjects;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;
import vn.haidang.ui.Screen;

/** One's own copy of everything: asked for, made beside the request, fetched by whoever asked and by nobody else. */
@Controller
class CopyPages {

    private static final String PATH = "/my/data/copies";

    private final DataCopies copies;
    private final CopyWork work;

    CopyPages(DataCopies copies, CopyWork work) {
        this.copies = copies;
        this.work = work;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView list(Reader reader) {
        if (OwnSubjects.closed(reader)) {
            return Sent.to(MyDataPages.PATH);
        }
        return new PageView(
                "publicservice/own/copies", new CopiesPage(OwnSubjects.personal(reader), copies.mine(reader)));
    }

    @PostMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView ask(@RequestParam(defaultValue = "") String key, Reader reader) {
        UUID copy = copies.ask(Sent.uuid(key).orElseThrow(DataProblems::nothingHere), reader);
        work.begin(copy);
        return Sent.to(PATH + "/" + copy);
    }

    @GetMapping(PATH + "/{id}")
    @Requires(Access.SIGNED_IN)
    PageView copy(@PathVariable String id, Reader reader) {
        return new PageView("publicservice/own/copy", new CopiesPage.One(find(id, reader)));
    }

    @GetMapping(PATH + "/{id}/file")
    @Requires(Access.SIGNED_IN)
    void file(@PathVariable String id, Reader reader, HttpServletResponse response) {
        DataCopies.Copy copy = find(id, reader);
        if (!copy.finished()) {
            throw DataProblems.nothingHere();
        }
        response.setContentType("application/zip");
        response.setContentLengthLong(copy.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "haidang-" + LocalDate.ofInstant(copy.askedAt(), Screen.ZONE) + ".zip",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try {
            copies.send(copy, reader, response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private DataCopies.Copy find(String id, Reader reader) {
        return copies.mine(Sent.id(id), reader).orElseThrow(DataProblems::nothingHere);
    }
}
