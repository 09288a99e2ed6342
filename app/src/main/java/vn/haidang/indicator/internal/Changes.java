package vn.haidang.indicator.internal;

import org.springframework.stereotype.Component;

/** One number that grows whenever figures changed. */
@Component
public class Changes {

    private final DeltaRows deltas;

    Changes(DeltaRows deltas) {
        this.deltas = deltas;
    }

    public long number() {
        return deltas.change();
    }
}
