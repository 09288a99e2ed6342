package vn.haidang.ui.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.haidang.ui.Fragment;
import vn.haidang.ui.spi.Panel;

/** The panels of the pages that several modules share. */
@Component
public class Panels {

    private final List<Panel> panels;

    Panels(ObjectProvider<Panel> panels) {
        this.panels =
                panels.stream().sorted(Comparator.comparingInt(Panel::order)).toList();
    }

    public List<Fragment> at(Panel.Place place, HttpServletRequest request) {
        return panels.stream()
                .filter(panel -> panel.place() == place)
                .flatMap(panel -> panel.draw(request).stream())
                .toList();
    }
}
