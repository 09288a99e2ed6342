package vn.haidang.casework.internal;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.casework.AskedPapers;
import vn.haidang.casework.CaseSummary;
import vn.haidang.casework.spi.StepHandler;
import vn.haidang.casework.spi.SupplementCheck;
import vn.haidang.identity.Reader;

/** The step handlers of the modules in this program, by code; looked up when first needed, since they use the door themselves. */
@Component
class Handlers {

    private final ObjectProvider<StepHandler> beans;
    private final ObjectProvider<SupplementCheck> checks;
    private final MissingPapers papers;
    private volatile @Nullable Map<String, StepHandler> byCode;

    Handlers(ObjectProvider<StepHandler> beans, ObjectProvider<SupplementCheck> checks, MissingPapers papers) {
        this.beans = beans;
        this.checks = checks;
        this.papers = papers;
    }

    /** What the applicant of the case is asked for, once nothing speaks against asking. */
    SupplementRequest requested(CaseSummary asked, @Nullable String typed, AskedPapers named, Reader by) {
        SupplementRequest request = papers.request(asked, typed, named);
        asking(asked, request.told() == null ? "" : request.told(), by);
        return request;
    }

    /** Whoever owns the subject of the case may stop its applicant from being asked, or its clock from being stopped for what is known. */
    void asking(CaseSummary asked, String reason, Reader by) {
        checks.stream()
                .filter(check -> check.subjectTypes().contains(asked.subjectType()))
                .forEach(check -> check.asking(asked, reason, by));
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
