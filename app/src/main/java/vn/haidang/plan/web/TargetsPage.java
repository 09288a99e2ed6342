package vn.haidang.plan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.haidang.plan.Progress;
import vn.haidang.plan.Target;
import vn.haidang.reference.Folding;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/**
 * Targets as they are in force, a stretch of the indicators at a time.
 *
 * @param words what was searched for, in the names of indicators and documents; empty for all
 * @param drafted how many changes wait in the draft
 * @param done whether something was just published
 */
public record TargetsPage(Slice<Progress> progress, String words, int drafted, boolean done) {

    static final int SIZE = 15;

    private static final int LONGEST = 100;

    static TargetsPage of(List<Progress> all, String words, int page, int drafted, boolean done) {
        var asked = words.strip();
        var kept = asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
        var folded = Folding.fold(kept);
        var found = all.stream()
                .filter(progress -> !progress.standings().isEmpty() && says(progress, folded))
                .toList();
        var request = new PageRequest(page, SIZE);
        return new TargetsPage(
                new Slice<>(found.stream().skip(request.offset()).limit(SIZE).toList(), request, found.size()),
                kept,
                drafted,
                done);
    }

    /** Few are shown open; a whole page of them folded. */
    public boolean open() {
        return progress.total() <= 3;
    }

    public String path() {
        return TargetAdministration.PATH + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The address of a page about one target. */
    public static String address(String path, Target target) {
        return TargetAdministration.PATH + path + "?document="
                + target.document().key() + "&indicator=" + target.indicator() + "&tier=" + target.level() + "&year="
                + target.year();
    }

    private static boolean says(Progress progress, String folded) {
        return folded.isEmpty()
                || says(progress.indicator().name(false), folded)
                || says(progress.indicator().name(true), folded)
                || progress.standings().stream()
                        .map(standing -> standing.target().document())
                        .anyMatch(
                                document -> says(document.shortName(false), folded) || says(document.title(), folded));
    }

    private static boolean says(String text, String folded) {
        return Folding.fold(text).contains(folded);
    }
}
