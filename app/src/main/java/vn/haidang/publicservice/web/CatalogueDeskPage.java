package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Map;
import vn.haidang.publicservice.Service;

/**
 * All services with the mandatory parts they lack, and which are being written.
 *
 * @param founded names of drafted services that were never published, by code
 * @param done whether a table was just taken
 */
public record CatalogueDeskPage(
        List<Service> services, List<String> drafts, Map<String, String> founded, boolean done) {

    public long whole() {
        return services.stream().filter(service -> service.missing().isEmpty()).count();
    }
}
