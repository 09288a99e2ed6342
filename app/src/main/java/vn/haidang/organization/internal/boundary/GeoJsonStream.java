package vn.haidang.organization.internal.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the areas of a GeoJSON file one after the other, in degrees; never holds more than one, and of that only what the finest
 * grid keeps. Geometry may come before properties or after them.
 */
final class GeoJsonStream {

    /** One feature. */
    record Feature(int number, Map<String, String> properties, Outline outline) {}

    /** The file cannot be read as areas: the key of the message that says why, the number of the feature (0: the file). */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int feature;

        Unreadable(int feature, String messageKey) {
            super(messageKey);
            this.feature = feature;
        }

        String messageKey() {
            return String.valueOf(getMessage());
        }

        int feature() {
            return feature;
        }
    }

    private static final int MOST_PROPERTIES = 64;
    private static final int LONGEST_VALUE = 200;
    private static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(100_000)
                    .maxNumberLength(64)
                    .build())
            .build();

    private final JsonParser json;
    private final Consumer<Feature> taker;
    private int features;

    private GeoJsonStream(JsonParser json, Consumer<Feature> taker) {
        this.json = json;
        this.taker = taker;
    }

    /** Returns how many features there were. */
    static int read(InputStream in, Consumer<Feature> taker) throws IOException {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            var stream = new GeoJsonStream(json, taker);
            try {
                stream.file();
                return stream.features;
            } catch (JacksonException e) {
                throw new Unreadable(stream.features, "organization.boundary.no-json");
            }
        }
    }

    private void file() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable(0, "organization.boundary.no-collection");
        }
        boolean any = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                any = true;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    features++;
                    feature();
                }
            } else if (name.equals("crs")) {
                crs();
            } else {
                json.skipChildren();
            }
        }
        if (!any) {
            throw new Unreadable(0, "organization.boundary.no-collection");
        }
    }

    /** Only degrees are read; a file that names another system says so here. */
    private void crs() {
        var depth = 0;
        do {
            switch (json.currentToken()) {
                case START_OBJECT -> depth++;
                case END_OBJECT -> depth--;
                case VALUE_STRING -> {
                    var text = json.getString();
                    if (text.contains("EPSG") && !text.endsWith("4326")) {
                        throw new Unreadable(0, "organization.boundary.no-degrees");
                    }
                }
                default -> {}
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    private void feature() {
        Map<String, String> properties = new HashMap<>();
        var outline = new Outline();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("properties") && json.currentToken() == JsonToken.START_OBJECT) {
                properties(properties);
            } else if (name.equals("geometry") && json.currentToken() == JsonToken.START_OBJECT) {
                geometry(outline);
            } else {
                json.skipChildren();
            }
        }
        taker.accept(new Feature(features, Map.copyOf(properties), outline));
    }

    private void properties(Map<String, String> properties) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var value = scalar(json.nextToken());
            if (value != null && properties.size() < MOST_PROPERTIES && value.length() <= LONGEST_VALUE) {
                properties.put(name, value);
            }
        }
    }

    private @Nullable String scalar(JsonToken token) {
        if (token.isScalarValue()) {
            return token == JsonToken.VALUE_NULL ? null : json.getString().strip();
        }
        json.skipChildren();
        return null;
    }

    private void geometry(Outline outline) {
        var type = "";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("coordinates") && json.currentToken() == JsonToken.START_ARRAY) {
                coordinates(outline);
            } else if (name.equals("type")) {
                type = json.getString();
            } else {
                json.skipChildren();
            }
        }
        if (!AREAS.contains(type)) {
            throw new Unreadable(features, "organization.boundary.no-area");
        }
    }

    /** An array that begins with a number is a corner; the array around corners is a ring. */
    private void coordinates(Outline outline) {
        int depth = 1;
        boolean inRing = false;
        while (depth > 0) {
            var token = json.nextToken();
            if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
                inRing = false;
            } else if (token != null && token.isNumeric()) {
                if (!inRing) {
                    outline.beginRing();
                    inRing = true;
                }
                corner(outline);
                depth--;
            } else {
                throw new Unreadable(features, "organization.boundary.no-numbers");
            }
        }
    }

    private void corner(Outline outline) {
        var longitude = json.getDoubleValue();
        if (!json.nextToken().isNumeric()) {
            throw new Unreadable(features, "organization.boundary.no-numbers");
        }
        var latitude = json.getDoubleValue();
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            throw new Unreadable(features, "organization.boundary.no-degrees");
        }
        outline.add(longitude, latitude);
        if (outline.tooDetailed()) {
            throw new Unreadable(features, "organization.boundary.too-detailed");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!json.currentToken().isNumeric()) {
                throw new Unreadable(features, "organization.boundary.no-numbers");
            }
        }
    }
}
