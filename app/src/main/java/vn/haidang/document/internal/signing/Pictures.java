package vn.haidang.document.internal.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What people see of a signature: the leader's in blue ink, the organisation's as a red ring with its name, both transparent. Drawn by
 * us from the names alone; those of the trial authority say so, and none imitates a seal of the state. An organisation that gave a picture
 * of its seal has that one, but never beside a trial signature.
 */
@Component
class Pictures {

    private static final int WIDE = 480;
    private static final int HIGH = 190;
    private static final int ROUND = 340;
    private static final Color INK = new Color(0x1F3C88);
    private static final Color SEAL = new Color(0xC8102E);
    private static final Locale VIETNAMESE = Locale.of("vi", "VN");
    private static final int KEPT = 600;

    private record Key(Signatory signatory, boolean trial) {}

    /**
     * A picture of a seal.
     *
     * @param width on paper, in millimetres; null where the placement says it
     */
    record Shown(Picture picture, @Nullable Integer width) {}

    private final MessageSource messages;
    private final PlacementInForce inForce;
    private final OwnSeals seals;
    private final Cache<Key, Picture> drawn =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<UUID, Picture> given =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Lettering slanted = new Lettering("Tinos_400Regular_Italic.ttf");
    private final Lettering bold = new Lettering("Tinos_700Bold.ttf");

    Pictures(MessageSource messages, PlacementInForce inForce, OwnSeals seals) {
        this.messages = messages;
        this.inForce = inForce;
        this.seals = seals;
    }

    /** How large they are and where they stand. */
    Placement placement() {
        return inForce.placement();
    }

    Picture of(Signatory signatory, boolean trial) {
        return drawn.get(new Key(signatory, trial), key -> switch (key.signatory()) {
            case Signatory.Person person -> Picture.of(hand(person.name(), key.trial()));
            case Signatory.Organisation organisation -> Picture.of(ring(organisation.name(), key.trial()));
        });
    }

    Shown seal(Signatory.Organisation organisation, boolean trial) {
        OwnSeals.OwnSeal own = trial ? null : seals.of(organisation.unit());
        return own == null
                ? new Shown(of(organisation, trial), null)
                : new Shown(given.get(own.id(), id -> Picture.of(read(own.png()))), own.width());
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage hand(String name, boolean trial) {
        var image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_ARGB);
        var ink = pen(image, INK);
        double size = Math.min(86, 86 * (WIDE - 20) / slanted.width(name, 86));
        ink.fill(slanted.line(name, size, (WIDE - slanted.width(name, size)) / 2, 96));
        ink.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        ink.draw(new java.awt.geom.CubicCurve2D.Double(30, 128, 190, 106, 300, 140, 450, 116));
        if (trial) {
            String mark = say("document.sign.trial");
            ink.fill(bold.line(mark, 32, (WIDE - bold.width(mark, 32)) / 2, 176));
        }
        ink.dispose();
        return image;
    }

    private BufferedImage ring(String name, boolean trial) {
        var image = new BufferedImage(ROUND, ROUND, BufferedImage.TYPE_INT_ARGB);
        var ink = pen(image, SEAL);
        double centre = ROUND / 2.0;
        ink.setStroke(new BasicStroke(7));
        ink.draw(new Ellipse2D.Double(6, 6, ROUND - 12.0, ROUND - 12.0));
        ink.setStroke(new BasicStroke(3));
        ink.draw(new Ellipse2D.Double(66, 66, ROUND - 132.0, ROUND - 132.0));
        String around = name.toUpperCase(VIETNAMESE);
        double size = Math.min(34, 34 * (1.75 * Math.PI * 118) / bold.width(around, 34));
        ink.fill(bold.arc(around, size, centre, 118));
        if (trial) {
            String[] words = say("document.sign.seal-trial").split(" ", 2);
            double at = centre - 6;
            for (String word : words) {
                ink.fill(bold.line(word, 38, centre - bold.width(word, 38) / 2, at));
                at += 42;
            }
        }
        ink.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image, Color colour) {
        var ink = image.createGraphics();
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setColor(colour);
        return ink;
    }

    private String say(String key) {
        return messages.getMessage(key, null, VIETNAMESE).toUpperCase(VIETNAMESE);
    }
}
