package vn.haidang.plan.web;

import org.springframework.web.util.UriComponentsBuilder;
import vn.haidang.plan.MeasuredValue;
import vn.haidang.plan.Target.Level;

/** Where an indicator and the records behind its figure are found. */
public final class Addresses {

    private Addresses() {}

    public static String indicator(PlanPage.Tile tile) {
        String page = "/plan/" + tile.progress().indicator().key();
        return tile.level() == Level.AREA ? page : page + "#" + tile.level();
    }

    /** The page of the figure with the very question that was asked, from which it opens down to its records. */
    public static String records(MeasuredValue value) {
        var address = UriComponentsBuilder.fromPath(
                        "/figures/" + value.measure().value())
                .queryParam("unit", value.unitKey())
                .queryParam("from", value.days().first())
                .queryParam("to", value.days().last())
                .queryParam("tree", "AS_IT_WAS");
        if (value.level().tier() != null) {
            address.queryParam("tier", value.level().tier());
        }
        return address.encode().toUriString();
    }
}
