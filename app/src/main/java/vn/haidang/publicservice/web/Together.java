package vn.haidang.publicservice.web;

import java.util.List;
import vn.haidang.publicservice.LifeEvent;
import vn.haidang.publicservice.Service.Bilingual;

/**
 * The one declaration that a draft is, and the services it is for.
 *
 * @param chosen those that can still be handed in
 * @param gone names of those that were chosen and that nobody takes any more
 * @param path of the page where others are chosen
 */
public record Together(Bilingual name, List<LifeEvent.Member> chosen, List<Bilingual> gone, String path) {

    public Together {
        chosen = List.copyOf(chosen);
        gone = List.copyOf(gone);
    }
}
