package vn.haidang.publicservice.internal.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.haidang.identity.Reader;
import vn.haidang.publicservice.internal.voice.OwnFeedback;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.Slice;

/** Requests, agreements, complaints and suggestions, and readings of somebody, as data of a copy. */
@Component
class OwnRecords {

    /** The latest; more of them are on the page, and how many there are in all is said beside them. */
    private static final int READINGS = 5000;

    private final DataRequestRows requests;
    private final Consents consents;
    private final Readings readings;
    private final OwnFeedback feedback;
    private final OwnBegun begun;
    private final OwnRest rest;

    OwnRecords(
            DataRequestRows requests,
            Consents consents,
            Readings readings,
            OwnFeedback feedback,
            OwnBegun begun,
            OwnRest rest) {
        this.requests = requests;
        this.consents = consents;
        this.readings = readings;
        this.feedback = feedback;
        this.begun = begun;
        this.rest = rest;
    }

    Map<String, Object> of(Reader reader) {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put(
                "requests",
                requests.mine(reader).stream()
                        .map(each -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("code", each.request().code());
                            one.put("right", each.request().right());
                            one.put("words", each.request().words());
                            one.put("sentAt", each.request().sentAt().toString());
                            one.put("dueAt", each.request().due().toString());
                            one.put("outcome", each.outcome() == null ? "" : each.outcome());
                            one.put("answer", each.answer() == null ? "" : each.answer());
                            return one;
                        })
                        .toList());
        records.put("feedback", feedback.of(reader));
        records.putAll(begun.of(reader));
        records.putAll(rest.of(reader));
        if (reader.mandate() == null) {
            records.put(
                    "consents",
                    consents.of(reader).stream()
                            .map(each -> Map.of(
                                    "purpose",
                                    each.code(),
                                    "givenAt",
                                    each.givenAt() == null ? "" : each.givenAt().toString()))
                            .toList());
        }
        records.put(
                "readings",
                latest(reader, records).stream()
                        .map(each -> Map.of(
                                "at",
                                each.at().toString(),
                                "who",
                                each.who().name(),
                                "posts",
                                each.posts().stream()
                                        .map(post -> post.title() + ", " + post.unit())
                                        .toList(),
                                "purpose",
                                each.purpose(),
                                "dossiers",
                                each.dossiers().isEmpty() ? List.of() : each.dossiers()))
                        .toList());
        return records;
    }

    private List<Readings.Line> latest(Reader reader, Map<String, Object> records) {
        List<Readings.Line> lines = new ArrayList<>();
        for (int page = 1; page <= READINGS / PageRequest.LARGEST; page++) {
            Slice<Readings.Line> slice = readings.of(reader, true, new PageRequest(page, PageRequest.LARGEST));
            lines.addAll(slice.rows());
            records.put("readingsInAll", slice.total());
            if (!slice.hasNext()) {
                return lines;
            }
        }
        return lines;
    }
}
