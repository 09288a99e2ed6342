package vn.haidang.publicservice.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.haidang.publicservice.Part;
import vn.haidang.publicservice.Service;
import vn.haidang.reference.Folding;
import vn.haidang.ui.Option;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Screen;
import vn.haidang.ui.Slice;

/**
 * Services with the mandatory parts they lack, and which are being written, a stretch at a time.
 *
 * @param lacking how many services lack each part; all parts are in it
 * @param whole how many lack nothing, of {@code all}
 * @param loaded how many a load brought although they lacked something
 * @param words what was searched for in names and codes, empty for all
 * @param narrowed to those that lack this part, {@link #ANY} or {@link #NONE}; empty for all
 * @param founded names of drafted services that were never published, by code
 * @param done whether a table was just taken
 */
public record CatalogueDeskPage(
        Slice<Service> services,
        Map<Part, Long> lacking,
        long all,
        long whole,
        long loaded,
        String words,
        String narrowed,
        List<String> drafts,
        Map<String, String> founded,
        boolean done) {

    static final int SIZE = 20;

    /** Those that lack something, and those that lack nothing. */
    static final String ANY = "any";

    static final String NONE = "none";

    private static final int LONGEST = 100;

    static CatalogueDeskPage of(
            List<Service> all,
            long loaded,
            String words,
            String narrowed,
            int page,
            List<String> drafts,
            Map<String, String> founded,
            boolean done) {
        var asked = words.strip();
        var kept = asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
        var folded = Folding.fold(kept);
        var lacking = new java.util.EnumMap<Part, Long>(Part.class);
        for (Part part : Part.values()) {
            lacking.put(
                    part,
                    all.stream()
                            .filter(service -> service.missing().contains(part))
                            .count());
        }
        var found = all.stream()
                .filter(lacks(narrowed))
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
                lacking,
                all.size(),
                all.stream().filter(service -> service.missing().isEmpty()).count(),
                loaded,
                kept,
                narrowed,
                drafts,
                founded,
                done);
    }

    private static Predicate<Service> lacks(String narrowed) {
        return switch (narrowed) {
            case "" -> service -> true;
            case ANY -> service -> !service.missing().isEmpty();
            case NONE -> service -> service.missing().isEmpty();
            default ->
                service ->
                        service.missing().stream().anyMatch(part -> part.code().equals(narrowed));
        };
    }

    /** What the list can be narrowed to, each with how many there are; a part nobody lacks is none. */
    public List<Option> narrowings(Screen screen) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", screen.say("publicservice.desk.lacks.all", all)));
        options.add(Option.of(NONE, screen.say("publicservice.desk.lacks.none", whole)));
        options.add(Option.of(ANY, screen.say("publicservice.desk.lacks.any", all - whole)));
        for (Part part : Part.values()) {
            long services = lacking.getOrDefault(part, 0L);
            if (services > 0) {
                options.add(Option.of(
                        part.code(),
                        screen.say(
                                "publicservice.desk.lacks.part",
                                screen.say("publicservice.part." + part.code()),
                                services)));
            }
        }
        return options;
    }

    public String path() {
        return CatalogueDesk.PATH + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + (narrowed.isEmpty() ? "" : "&missing=" + narrowed);
    }
}
