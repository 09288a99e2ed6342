package vn.haidang.publicservice.web.own;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.haidang.files.FileId;
import vn.haidang.identity.Reader;
import vn.haidang.journal.Journal;
import vn.haidang.journal.Subject;
import vn.haidang.publicservice.internal.own.DataProblems;
import vn.haidang.publicservice.internal.own.OwnSubjects;
import vn.haidang.publicservice.internal.own.Readings;
import vn.haidang.publicservice.web.Attachments;
import vn.haidang.registry.KeptResult;
import vn.haidang.registry.Parties;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** What the city knows of whoever is signed in, their papers, and who read any of it. Nothing here takes an id of a person. */
@Controller
class MyDataPages {

    static final String PATH = "/my/data";

    /** So many looks that a phone scrolls through them in a few moves. */
    private static final int A_PAGE = 15;

    private final MyDataScreens screens;
    private final Readings readings;
    private final PaperShelf shelf;
    private final Parties parties;
    private final Attachments attachments;
    private final Journal journal;

    MyDataPages(
            MyDataScreens screens,
            Readings readings,
            PaperShelf shelf,
            Parties parties,
            Attachments attachments,
            Journal journal) {
        this.screens = screens;
        this.readings = readings;
        this.shelf = shelf;
        this.parties = parties;
        this.attachments = attachments;
        this.journal = journal;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    PageView data(Reader reader) {
        return new PageView("publicservice/own/data", screens.data(reader));
    }

    /** {@code own}: one's own readings are shown too. */
    @GetMapping(ReadingsPage.PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView readings(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String own,
            Reader reader) {
        if (OwnSubjects.closed(reader)) {
            return Sent.to(PATH);
        }
        boolean all = own != null;
        return new PageView(
                "publicservice/own/readings",
                new ReadingsPage(readings.looks(reader, all, new PageRequest(Sent.page(page), A_PAGE)), all));
    }

    @GetMapping("/my/data/papers")
    @Requires(Access.SIGNED_IN)
    ModelAndView papers(Reader reader) {
        if (OwnSubjects.closed(reader)) {
            return Sent.to(PATH);
        }
        List<KeptResult> results = parties.results(reader);
        if (!results.isEmpty()) {
            read("publicservice/my-papers", results, reader);
        }
        return new PageView("publicservice/own/papers", shelf.of(results));
    }

    @GetMapping("/my/data/papers/{id}")
    @Requires(Access.SIGNED_IN)
    void paper(@PathVariable String id, Reader reader, HttpServletResponse response) {
        KeptResult kept = parties.result(Sent.id(id), reader).orElseThrow(DataProblems::nothingHere);
        read("publicservice/my-paper", List.of(kept), reader);
        attachments.send(new FileId(kept.file()), response);
    }

    private void read(String purpose, List<KeptResult> results, Reader reader) {
        journal.read(
                reader.actor(),
                purpose,
                results.stream()
                        .map(kept -> new Subject("registry/result", kept.id()))
                        .toList());
    }
}
