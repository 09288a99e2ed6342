package vn.haidang.publicservice.web;

import java.util.Arrays;
import java.util.List;
import vn.haidang.publicservice.Paper;
import vn.haidang.publicservice.Reception;
import vn.haidang.ui.FieldError;
import vn.haidang.ui.Option;
import vn.haidang.ui.Screen;

/** The papers of one reception, each with how it came and its scan. */
public record ReceptionPapersPage(Reception reception, String title, List<Paper> papers, List<FieldError> errors) {

    public String path() {
        return "/desk/reception/" + reception.id();
    }

    /** What was noted, else what is likely: nobody is asked for a paper whose data an agency holds. */
    public String original(Paper paper) {
        Paper.Original noted = paper.original();
        return noted != null ? noted.code() : paper.held() ? Paper.Original.KNOWN.code() : "";
    }

    public List<Option> originals(Screen screen, Paper paper) {
        return Arrays.stream(Paper.Original.values())
                .filter(each -> each.onPaper() || paper.part().startsWith("item-"))
                .map(each -> Option.of(each.code(), screen.say("publicservice.paper." + each.code())))
                .toList();
    }
}
