package vn.haidang.casework.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.internal.MissingPapers;
import vn.haidang.casework.spi.CaseContent;
import vn.haidang.casework.spi.CaseTitles;
import vn.haidang.casework.spi.SupplementPapers;
import vn.haidang.identity.Reader;
import vn.haidang.ui.Fragment;

/** What the modules that own what cases are about say of them. */
@Component
class CaseSubjects {

    private final ObjectProvider<CaseContent> contents;
    private final ObjectProvider<CaseTitles> titles;
    private final MissingPapers papers;

    CaseSubjects(ObjectProvider<CaseContent> contents, ObjectProvider<CaseTitles> titles, MissingPapers papers) {
        this.contents = contents;
        this.titles = titles;
        this.papers = papers;
    }

    @Nullable Fragment content(CaseSummary summary, Reader reader) {
        return contents.stream()
                .filter(content -> content.subjectType().equals(summary.subjectType()))
                .findFirst()
                .map(content -> content.draw(summary, reader))
                .orElse(null);
    }

    List<SupplementPapers.Named> papers(CaseSummary summary) {
        return papers.papers(summary);
    }

    Titled titled(String title) {
        return titled(Stream.of(title));
    }

    /** All titles of a page at once, in the language of whoever asked for it. */
    Titled titled(Stream<String> shown) {
        Set<String> asked = shown.collect(Collectors.toSet());
        Map<String, String> english = new HashMap<>();
        if (!asked.isEmpty() && LocaleContextHolder.getLocale().getLanguage().equals("en")) {
            titles.forEach(each -> english.putAll(each.inEnglish(asked)));
        }
        return new Titled(english);
    }
}
