package vn.haidang.publicservice.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.Service;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Services with the mandatory parts they lack, and which are being written, a stretch at a time.
 *
 * @param all how many there are, and {@code whole} of them lack nothing
 * @param words what was searched for in names and codes, empty for all
 * @param founded names of drafted services that were never published, by code
 * @param done whether a table was just taken
 */
public record CatalogueDeskPage(
        Slice<Service> services,
        long all,
        long whole,
        String words,
        List<String> drafts,
        Map<String, String> founded,
        boolean done) {

    static final int SIZE = 20;

    private static final int LONGEST = 100;

    static CatalogueDeskPage of(
            List<Service> all, String words, int page, List<String> drafts, Map<String, String> founded, boolean done) {
        var asked = words.strip();
        var kept = asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
        var folded = Folding.fold(kept);
        var found = all.stream()
                .filter(service -> Folding.fold(service.code()
                                + ' '
                                + service.name()
                                + ' '
                                + service.shortName()
                                + ' '
                                + service.nameEn())
                        .contains(folded))
                .toList();
        var request = new PageRequest(page, SIZE);
        return new CatalogueDeskPage(
                new Slice<>(found.stream().skip(request.offset()).limit(SIZE).toList(), request, found.size()),
                all.size(),
                all.stream().filter(service -> service.missing().isEmpty()).count(),
                kept,
                drafts,
                founded,
                done);
    }

    public String path() {
        return CatalogueDesk.PATH + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
