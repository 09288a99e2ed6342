package vn.haidang.casework.internal;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.casework.spi.StepHandler;

/** The step handlers of the modules in this program, by code; looked up when first needed, since they use the door themselves. */
@Component
class Handlers {

    private final ObjectProvider<StepHandler> beans;
    private volatile @Nullable Map<String, StepHandler> byCode;

    Handlers(ObjectProvider<StepHandler> beans) {
        this.beans = beans;
    }

    StepHandler get(String code) {
        StepHandler handler = all().get(code);
        if (handler == null) {
            throw new IllegalStateException("no step handler " + code);
        }
        return handler;
    }

    /** Whether the handler's module offers handlers but not this one; a program may run without the module. */
    boolean isMissing(String code) {
        String module = code.substring(0, code.indexOf('/') + 1);
        return !all().containsKey(code) && all().keySet().stream().anyMatch(known -> known.startsWith(module));
    }

    private Map<String, StepHandler> all() {
        Map<String, StepHandler> known = byCode;
        if (known == null) {
            known = beans.stream().collect(Collectors.toUnmodifiableMap(StepHandler::code, Function.identity()));
            byCode = known;
        }
        return known;
    }
}
