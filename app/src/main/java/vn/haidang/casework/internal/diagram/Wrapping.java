package vn.haidang.casework.internal.diagram;

import java.util.ArrayList;
import java.util.List;

/** Words in lines of a picture. */
final class Wrapping {

    /** Width of a letter of the labels, on average and rather too much. */
    static final int LETTER = 7;

    private Wrapping() {}

    /** At most so many lines of about so many letters; what does not fit ends in dots. */
    static List<String> wrap(String text, int letters, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut(word, letters));
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, most));
        first.set(most - 1, cut(first.getLast() + "…", letters + 1));
        return first;
    }

    static int width(List<String> lines) {
        return LETTER * lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String cut(String word, int letters) {
        return word.length() <= letters ? word : word.substring(0, letters - 1) + "…";
    }
}
