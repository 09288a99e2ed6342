package vn.haidang.notification.internal.push;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.haidang.notification.internal.DeliveryRows;

/**
 * Tells phones that there is something new. Not what it is: a locked screen lies open on a table, so the notice says only where to look.
 * At least once: who was told and could not be marked so in time is told again.
 */
@Component
public class PushCarrier {

    private static final int AT_ONCE = 20;
    private static final Locale LANGUAGE = Locale.of("vi");

    private final DeliveryRows deliveries;
    private final DeviceRows devices;
    private final PushService service;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    PushCarrier(
            DeliveryRows deliveries,
            DeviceRows devices,
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

    /** Carries what waits, at most twenty; returns how many it took on. No transaction is open while a service is asked. */
    public int carry() {
        List<DeliveryRows.Waiting> waiting = deliveries.take("push", AT_ONCE, clock.instant());
        waiting.forEach(this::carry);
        return waiting.size();
    }

    private void carry(DeliveryRows.Waiting waiting) {
        var outcomes = new ArrayList<PushService.Outcome>();
        for (Device device : devices.of(waiting.to())) {
            var outcome = service.send(notice(), endpoint(device), DeviceKeys.read(device.key(), device.secret()));
            switch (outcome) {
                case TAKEN -> devices.told(device.id(), clock.instant());
                case GONE -> devices.remove(waiting.to(), device.id());
                case LATER -> {}
            }
            outcomes.add(outcome);
        }
        if (outcomes.contains(PushService.Outcome.TAKEN)) {
            deliveries.delivered(waiting.delivery(), clock.instant());
        } else if (outcomes.contains(PushService.Outcome.LATER)) {
            deliveries.failed(waiting, "no service took it", clock.instant());
        } else {
            deliveries.noAddress(waiting.delivery());
        }
    }

    private static URI endpoint(Device device) {
        return device.endpoint();
    }

    private byte[] notice() {
        return json.writeValueAsString(Map.of(
                        "title", say("ui.app.short-name"),
                        "body", say("notification.push.body"),
                        "link", "/my/notifications",
                        "lang", LANGUAGE.getLanguage()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[0], LANGUAGE);
    }
}
