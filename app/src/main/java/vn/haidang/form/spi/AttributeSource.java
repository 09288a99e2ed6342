package vn.haidang.form.spi;

import java.util.List;

/** What may be known before a form asks it: a question names one of these as its source, and is filled in with it. */
public interface AttributeSource {

    /** The names to choose from, in the order people look for them. */
    List<String> attributes();

    /** Whether a question may name it; also several of them at once, where that can be. */
    boolean offers(String attribute);
}
