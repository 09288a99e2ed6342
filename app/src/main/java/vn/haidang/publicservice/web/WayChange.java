package vn.haidang.publicservice.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Service;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.Service.Way;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.WayDraft;
import vn.haidang.worktime.LegalDuration;

/**
 * What a draft would change for one way to hand a service in.
 *
 * @param now null where it is not offered
 * @param then null where it would not be offered
 */
public record WayChange(
        String channel, @Nullable Terms now, @Nullable Terms then) {

    /**
     * What holds for it, by its own words or by those of the service.
     *
     * @param time null where not established
     * @param fee null where not established
     */
    public record Terms(
            ServicePage.@Nullable TimeWords time, @Nullable Long fee, Bilingual feeFor) {}

    /** The ways that would not be as they are; none where nothing is in force yet. */
    static List<WayChange> of(@Nullable Service service, ServiceDraft draft) {
        return service == null
                ? List.of()
                : WayDraft.CHANNELS.stream()
                        .map(channel -> new WayChange(channel, now(service, channel), then(service, draft, channel)))
                        .filter(change -> !Objects.equals(change.now(), change.then()))
                        .toList();
    }

    private static @Nullable Terms now(Service service, String channel) {
        Way way = way(service, channel);
        return way == null ? null : new Terms(ServicePage.words(service.duration(way)), service.fee(way), way.feeFor());
    }

    private static @Nullable Terms then(Service service, ServiceDraft draft, String channel) {
        if (!draft.channels().contains(channel)) {
            return null;
        }
        Way typed = draft.published(channel);
        Way known = typed == null ? way(service, channel) : typed;
        Way way = known == null ? new Way(channel, null, null, null, new Bilingual(null, null)) : known;
        String general = draft.durationCode();
        LegalDuration time =
                way.duration() != null ? way.duration() : general == null ? null : LegalDuration.parse(general);
        return new Terms(ServicePage.words(time), service.fee(way), way.feeFor());
    }

    private static @Nullable Way way(Service service, String channel) {
        return service.ways().stream()
                .filter(way -> way.channel().equals(channel))
                .findFirst()
                .orElse(null);
    }
}
