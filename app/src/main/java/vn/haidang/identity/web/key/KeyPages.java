package vn.haidang.identity.web.key;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.haidang.identity.AccountId;
import vn.haidang.identity.Reader;
import vn.haidang.identity.internal.key.AccessKeys;
import vn.haidang.identity.internal.second.SecretBox;
import vn.haidang.identity.spi.KeyDoor;
import vn.haidang.ui.Access;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.PageRequest;
import vn.haidang.ui.PageView;
import vn.haidang.ui.Requires;

/** Where the owner of an account makes keys for programs and revokes them, and where administrators see all of them. */
@Controller
class KeyPages {

    static final String PATH = "/my/keys";

    private static final String KEPT = "haidang.made-key";
    private static final int NAME = 60;
    private static final int SIZE = 50;

    private final AccessKeys keys;
    private final KeyUses uses;
    private final SecretBox box;
    private final Clock clock;

    KeyPages(AccessKeys keys, KeyUses uses, SecretBox box, Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.box = box;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(Access.SIGNED_IN)
    PageView show(Reader reader, HttpServletRequest request) {
        return page(reader, request, KeysPage.Form.EMPTY, List.of());
    }

    @PostMapping(PATH)
    @Requires(Access.SIGNED_IN)
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String door,
            @RequestParam(defaultValue = "") List<String> actions,
            @RequestParam(defaultValue = "") String days,
            Reader reader,
            HttpServletRequest request) {
        var account = account(reader);
        var chosen = KeyDoor.of(door);
        var offered = chosen.map(each -> uses.of(each, request)).orElse(Set.of());
        var asked = chosen.filter(each -> each == KeyDoor.API).isPresent()
                ? actions.stream().filter(offered::contains).collect(Collectors.toSet())
                : offered;
        List<FieldError> errors = new ArrayList<>();
        if (name.isBlank() || name.length() > NAME) {
            errors.add(FieldError.of("name", "identity.keys.error.name", NAME));
        }
        if (offered.isEmpty()) {
            errors.add(FieldError.of("door", "identity.keys.error.door"));
        } else if (asked.isEmpty()) {
            errors.add(FieldError.of("actions", "identity.keys.error.actions"));
        }
        if (!KeysPage.TERMS.contains(days)) {
            errors.add(FieldError.of("days", "identity.keys.error.days"));
        }
        if (!errors.isEmpty()) {
            var page = page(reader, request, new KeysPage.Form(name, door, actions, days), errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var made =
                keys.make(account, name.strip(), chosen.orElseThrow(), asked, Duration.ofDays(Integer.parseInt(days)));
        request.getSession()
                .setAttribute(KEPT, chosen.orElseThrow().code() + " " + box.seal(made.secret(), account.value()));
        return new ModelAndView("redirect:" + PATH);
    }

    @PostMapping(PATH + "/{id}/revoke")
    @Requires(Access.SIGNED_IN)
    String revoke(@PathVariable UUID id, Reader reader) {
        keys.revoke(id, reader.actor(), false);
        return "redirect:" + PATH;
    }

    @GetMapping("/admin/keys")
    @Requires("identity/administer")
    PageView all(@RequestParam(defaultValue = "1") int page) {
        return new PageView(
                "identity/allKeys", new AllKeysPage(keys.all(new PageRequest(page, SIZE)), clock.instant()));
    }

    @PostMapping("/admin/keys/{id}/revoke")
    @Requires("identity/administer")
    String revokeAny(@PathVariable UUID id, Reader reader) {
        keys.revoke(id, reader.actor(), true);
        return "redirect:/admin/keys";
    }

    private PageView page(Reader reader, HttpServletRequest request, KeysPage.Form form, List<FieldError> errors) {
        var account = account(reader);
        return new PageView(
                "identity/keys",
                new KeysPage(
                        keys.of(account),
                        clock.instant(),
                        uses.all(request),
                        form,
                        made(account, request),
                        ServletUriComponentsBuilder.fromContextPath(request)
                                .replacePath(null)
                                .build()
                                .toUriString(),
                        errors));
    }

    /** The key made just now, with its door before it, this once; else empty. */
    private String made(AccountId account, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof String kept)) {
            return "";
        }
        session.removeAttribute(KEPT);
        var parts = kept.split(" ", 2);
        return box.opened(parts[1], account.value())
                .map(secret -> parts[0] + " " + secret)
                .orElse("");
    }

    private static AccountId account(Reader reader) {
        return Objects.requireNonNull(reader.account());
    }
}
