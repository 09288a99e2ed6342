package vn.haidang.notification.internal.push;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.identity.AccountId;
import vn.haidang.notification.internal.DeliveryRows;

/**
 * Tells phones that there is something new. Not what it is: a locked screen lies open on a table, so the notice says only where to look,
 * and once says it for all that waits. At least once: who was told and could not be marked so in time is told again.
 */
@Component
public class PushCarrier {

    private static final int AT_ONCE = 20;

    private record Told(Device device, CompletableFuture<PushService.Outcome> outcome) {}

    private final DeliveryRows deliveries;
    private final Devices devices;
    private final PushService service;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    PushCarrier(
            DeliveryRows deliveries,
            Devices devices,
            PushService service,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.deliveries = deliveries;
        this.devices = devices;
        this.service = service;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Carries what waits, at most twenty; returns how many it took on. No transaction is open while services are asked, and all are asked
     * at once: anybody names the service of their browser, so a slow one must not hold up the others.
     */
    public int carry() {
        List<DeliveryRows.Waiting> waiting = deliveries.take("push", AT_ONCE, clock.instant());
        if (waiting.isEmpty()) {
            return 0;
        }
        var accounts = waiting.stream().map(DeliveryRows.Waiting::to).collect(Collectors.toSet());
        Map<AccountId, Set<PushService.Outcome>> outcomes = tell(devices.of(accounts)).stream()
                .collect(Collectors.groupingBy(
                        told -> told.device().account(), Collectors.mapping(this::marked, Collectors.toSet())));
        waiting.forEach(each -> mark(each, outcomes.getOrDefault(each.to(), Set.of())));
        return waiting.size();
    }

    private List<Told> tell(List<Device> told) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return told.stream()
                    .map(device -> new Told(
                            device, CompletableFuture.supplyAsync(() -> service.send(notice(device), device), threads)))
                    .toList();
        }
    }

    private PushService.Outcome marked(Told told) {
        var outcome = told.outcome().join();
        switch (outcome) {
            case TAKEN -> devices.told(told.device());
            case GONE -> devices.gone(told.device());
            case LATER -> {}
        }
        return outcome;
    }

    private void mark(DeliveryRows.Waiting waiting, Set<PushService.Outcome> outcomes) {
        if (outcomes.contains(PushService.Outcome.TAKEN)) {
            deliveries.delivered(waiting.delivery(), clock.instant());
        } else if (outcomes.contains(PushService.Outcome.LATER)) {
            deliveries.failed(waiting, "no service took it", clock.instant());
        } else {
            deliveries.noAddress(waiting.delivery());
        }
    }

    private byte[] notice(Device device) {
        var language = Locale.of(device.language());
        return json.writeValueAsString(Map.of(
                        "title", say("ui.app.short-name", language),
                        "body", say("notification.push.body", language),
                        "link", "/my/notifications",
                        "lang", language.getLanguage()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, new Object[0], language);
    }
}
