package vn.haidang.notification.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.notification.internal.MessageRows;
import vn.haidang.notification.internal.push.Devices;
import vn.haidang.notification.internal.push.InstallationKey;
import vn.haidang.ui.Access;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Problem;
import vn.haidang.ui.Requires;
import vn.haidang.ui.Slice;

/** A person's notifications: read, opened, marked. */
@Controller
class NotificationPages {

    private static final String PATH = "/my/notifications";
    private static final int SIZE = 20;

    private final MessageRows rows;
    private final Devices devices;
    private final InstallationKey key;

    NotificationPages(MessageRows rows, Devices devices, InstallationKey key) {
        this.rows = rows;
        this.devices = devices;
        this.key = key;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    PageView list(Reader reader, @RequestParam(defaultValue = "1") int page) {
        AccountId account = account(reader);
        Slice<MessageRows.Received> messages = rows.received(account, new PageRequest(page, SIZE));
        return new PageView(
                "notification/list",
                new NotificationsPage(messages, rows.unread(account) > 0, devices.of(account), key.published()));
    }

    @PostMapping(PATH + "/{id}/open")
    @Requires(Access.SIGNED_IN)
    String open(Reader reader, @PathVariable UUID id) {
        String link = rows.open(account(reader), id)
                .orElseThrow(
                        () -> Problem.of("notification/no-such-message", 404).exception());
        return "redirect:" + (link.isEmpty() ? PATH : link);
    }

    @PostMapping(PATH + "/read")
    @Requires(Access.SIGNED_IN)
    String readAll(Reader reader) {
        rows.readAll(account(reader));
        return "redirect:" + PATH;
    }

    /** What a browser gave to be told notices; the address is its service's. */
    @PostMapping(PATH + "/devices")
    @Requires(Access.SIGNED_IN)
    String add(
            Reader reader,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String secret,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent,
            Locale language) {
        devices.add(reader, account(reader), endpoint, key, secret, agent, language);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/devices/{id}/remove")
    @Requires(Access.SIGNED_IN)
    String remove(Reader reader, @PathVariable UUID id) {
        devices.remove(reader, account(reader), id);
        return "redirect:" + PATH;
    }

    private static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw Problem.of("ui/sign-in-first", 401).exception();
        }
        return account;
    }
}
