package vn.haidang.publicservice.web;

import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.publicservice.Catalogue;
import vn.haidang.publicservice.ServiceSummary;

/** The services on the front page: the popular ones, by life event, by field. */
public record FrontPanelPage(
        List<ServiceSummary> popular, List<Catalogue.Group> lifeEvents, List<Catalogue.Group> fields) {

    public String path(Catalogue.Group field) {
        return UriComponentsBuilder.fromPath("/services")
                .queryParam("field", "{field}")
                .encode()
                .buildAndExpand(field.code())
                .toUriString();
    }
}
