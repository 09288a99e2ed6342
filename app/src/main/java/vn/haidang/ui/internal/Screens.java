package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.haidang.ui.Screen;
import vn.haidang.ui.spi.AccessPolicy;

/** Makes the screen of a request. */
@Component
public class Screens {

    private final Wordings wordings;
    private final Templates templates;
    private final Assets assets;
    private final Menus menus;
    private final Supplier<@Nullable AccessPolicy> policy;

    Screens(Wordings wordings, Templates templates, Assets assets, Menus menus, ObjectProvider<AccessPolicy> policy) {
        this.wordings = wordings;
        this.templates = templates;
        this.assets = assets;
        this.menus = menus;
        this.policy = SingletonSupplier.ofNullable(policy::getIfAvailable);
    }

    public Screen of(HttpServletRequest request) {
        return screen(wordings.of(request), standing(request));
    }

    /** A screen that asks nothing of the database, for pages that say it is away. */
    Screen ofNobody(HttpServletRequest request) {
        return screen(wordings.fromMemory(request), Standing.unknown(request));
    }

    Standing standing(HttpServletRequest request) {
        return new Standing(request, policy.get());
    }

    private Screen screen(Wording wording, Standing standing) {
        return new RequestScreen(wording, standing, templates, assets, menus);
    }
}
