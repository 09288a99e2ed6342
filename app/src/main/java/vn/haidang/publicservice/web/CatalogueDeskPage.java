package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.Service;

/** All services with the mandatory parts they lack, and which are being written. */
public record CatalogueDeskPage(List<Service> services, List<String> drafts) {

    public long whole() {
        return services.stream().filter(service -> service.missing().isEmpty()).count();
    }
}
