package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.LifeEvent;

/** What happens in a life: the bundles of the law, and our offers. */
public record LifeEventsPage(List<LifeEvent> events) {

    public List<LifeEvent> of(LifeEvent.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).toList();
    }
}
