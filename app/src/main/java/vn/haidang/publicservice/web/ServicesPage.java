package vn.haidang.publicservice.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.ServiceQuestion;
import vn.haidang.publicservice.ServiceSummary;
import vn.haidang.ui.Slice;

/** The catalogue as asked for, with what it can be narrowed by. */
public record ServicesPage(
        ServiceQuestion question,
        Slice<ServiceSummary> found,
        List<Catalogue.Group> fields,
        List<Catalogue.Group> lifeEvents,
        List<Catalogue.Group> agencies) {

    public boolean narrowed() {
        return question.field() != null
                || question.lifeEvent() != null
                || question.audience() != null
                || question.agency() != null;
    }

    public String words() {
        return or(question.words());
    }

    public String field() {
        return or(question.field());
    }

    public String lifeEvent() {
        return or(question.lifeEvent());
    }

    public String audience() {
        return or(question.audience());
    }

    public String agency() {
        return or(question.agency());
    }

    /** The address of this list, to turn its pages. */
    public String path() {
        var address = UriComponentsBuilder.fromPath("/services");
        add(address, "q", question.words());
        add(address, "field", question.field());
        add(address, "event", question.lifeEvent());
        add(address, "audience", question.audience());
        add(address, "agency", question.agency());
        return address.encode(StandardCharsets.UTF_8).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
