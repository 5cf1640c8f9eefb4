package liaison.gateway.media;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import liaison.bot.media.MediaInspector;
import liaison.bot.media.MediaKind;

/**
 * Tells content by its first bytes and then reads it by the rules of its format, to its very end. Pictures that the JDK draws are
 * drawn anew, of all others what tells where or by whom they were made is taken out, and what could also be read as something
 * else is refused.
 */
public final class Contents implements MediaInspector {
    private static final int MOST = 10 * 1024 * 1024;
    private static final Map<MediaKind, Set<String>> WANTED = Map.of(MediaKind.IMAGE, Set.of("image"), MediaKind.VOICE, Set.of("audio"),
            MediaKind.VIDEO, Set.of("video"), MediaKind.FILE, Set.of("image", "audio", "video", "application"));
    private final Pictures pictures = new Pictures();
    private final List<Format> formats = List.of(
            new Format("image/jpeg", bytes -> bytes.begins("\u00ff\u00d8\u00ff"), pictures::jpeg),
            new Format("image/png", bytes -> bytes.begins("\u0089PNG\r\n\u001a\n"), bytes -> pictures.png(Png.bare(bytes), "png")),
            // of a moving picture the first one: it is drawn anew as PNG
            new Format("image/png", bytes -> bytes.begins("GIF87a") || bytes.begins("GIF89a"),
                    bytes -> pictures.png(Gif.whole(bytes), "gif")),
            new Format("image/webp", bytes -> bytes.begins("RIFF") && bytes.isAt(8, "WEBP"), Webp::cleaned),
            new Format("video/mp4", bytes -> bytes.isAt(4, "ftyp"), Mp4::cleaned),
            new Format("audio/amr", bytes -> bytes.begins("#!AMR"), Sounds::amr),
            new Format("audio/silk", bytes -> bytes.begins("#!SILK_V3") || bytes.begins("\u0002#!SILK_V3"), Sounds::silk),
            new Format("audio/mpeg", bytes -> bytes.begins("ID3") || (bytes.begins("\u00ff") && (bytes.at(1) & 0xe6) == 0xe2),
                    Sounds::mp3),
            new Format("application/pdf", bytes -> bytes.begins("%PDF-"), Pdf::checked));

    private record Format(String type, Sign sign, UnaryOperator<Bytes> reading) {
    }

    private interface Sign {
        boolean fits(Bytes bytes);
    }

    @Override
    public Inspected inspect(MediaKind kind, byte[] content) {
        try {
            return fit(kind, new Bytes(content));
        } catch (Unfit unfit) {
            return new Inspected.Unfit(unfit.reason());
        } catch (RuntimeException | StackOverflowError broken) {
            // decoders throw whatever they come across in what somebody made to break them
            return new Inspected.Unfit("broken");
        }
    }

    private Inspected fit(MediaKind kind, Bytes bytes) {
        if (bytes.length() < 12) {
            throw new Unfit("unknown-type");
        }
        var format = formats.stream().filter(one -> one.sign().fits(bytes)).findFirst().orElseThrow(() -> new Unfit("unknown-type"));
        if (!WANTED.getOrDefault(kind, Set.of()).contains(format.type().substring(0, format.type().indexOf('/')))) {
            throw new Unfit("other-kind");
        }
        var kept = format.reading().apply(bytes);
        if (kept.length() > MOST) {
            throw new Unfit("too-long");
        }
        SecondType.refuse(kept);
        return new Inspected.Fit(format.type().equals("image/png") && kept.begins("\u00ff\u00d8") ? "image/jpeg" : format.type(),
                kept.all());
    }
}
