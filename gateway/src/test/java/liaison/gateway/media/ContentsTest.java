package liaison.gateway.media;

import static liaison.gateway.testing.MadeMedia.ascii;
import static liaison.gateway.testing.MadeMedia.joined;
import static liaison.gateway.testing.MadeMedia.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import liaison.bot.media.MediaInspector.Inspected;
import liaison.bot.media.MediaKind;
import liaison.gateway.testing.MadeMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ContentsTest {
    private static final byte[] PAGE = ascii("<html><ScRiPt>alert(1)</script></html>");
    private static final String FLATE = "/Filter/FlateDecode";
    private static final String ROWS = "/DecodeParms<</Predictor 12/Columns 4>>";
    private static final String LETTERS = "/Filter/ASCII85Decode";
    private static final String TWICE = "/Filter[/ASCII85Decode/FlateDecode]";
    private static final byte[] ACTS = ascii("7 0<</S/JavaScript/JS(app.alert(1))>>");
    private static final byte[] NOISE = ascii(" /JS 1 /Launch ".repeat(9));
    private static final byte[] SOUND = new byte[512];

    private final Contents contents = new Contents();

    static Stream<Arguments> good() {
        var picture = MadeMedia.picture(40, 20);
        return Stream.of(arguments(MediaKind.IMAGE, "image/jpeg", MadeMedia.photo(40, 20, 1)),
                arguments(MediaKind.IMAGE, "image/png", MadeMedia.written(picture, "png")),
                arguments(MediaKind.IMAGE, "image/png", MadeMedia.written(picture, "gif")),
                arguments(MediaKind.IMAGE, "image/webp", MadeMedia.webp(16, 16)),
                arguments(MediaKind.VIDEO, "video/mp4", MadeMedia.film(SOUND)),
                arguments(MediaKind.VOICE, "audio/amr", MadeMedia.amr(50)), arguments(MediaKind.VOICE, "audio/silk", MadeMedia.silk()),
                arguments(MediaKind.VOICE, "audio/mpeg", MadeMedia.mp3(5)),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf(FLATE, MadeMedia.packed(new byte[100]))),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf("", ascii("BT (written) Tj ET"))),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf("/Filter[/FlateDecode]/Subtype/Image", MadeMedia.packed(NOISE))),
                arguments(MediaKind.FILE, "application/pdf",
                        MadeMedia.pdf("/Filter/DCTDecode/Subtype/Image", MadeMedia.written(picture, "jpeg"))),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf(FLATE + ROWS, MadeMedia.packed(new byte[500]))),
                arguments(MediaKind.FILE, "application/pdf",
                        MadeMedia.pdf(FLATE + "/OpenAction[3 0 R/Fit]/A<</S/URI/URI(http://a.cn/%20)>>",
                                MadeMedia.packed(ascii("(a #41 b)")))),
                arguments(MediaKind.FILE, "application/pdf", lengthElsewhere("", ascii("BT (written) Tj ET"))),
                arguments(MediaKind.FILE, "application/pdf", lengthElsewhere(FLATE, MadeMedia.packed(new byte[100]))),
                arguments(MediaKind.FILE, "application/pdf",
                        lengthElsewhere("/Filter/DCTDecode/Subtype/Image", MadeMedia.written(picture, "jpeg"))),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf(LETTERS, MadeMedia.letters(ascii("BT (written) Tj ET")))),
                arguments(MediaKind.FILE, "application/pdf",
                        MadeMedia.pdf(TWICE, MadeMedia.letters(MadeMedia.packed(joined(SOUND, ascii("BT ET")))))),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf(TWICE + "/DecodeParms[null<</Predictor 12/Columns 4>>]",
                        MadeMedia.letters(MadeMedia.packed(new byte[500])))),
                arguments(MediaKind.FILE, "application/pdf", MadeMedia.pdf("/Filter[/ASCII85Decode/DCTDecode]/Subtype/Image",
                        MadeMedia.letters(MadeMedia.written(picture, "jpeg")))));
    }

    /** As writers do who do not know it yet. */
    private static byte[] lengthElsewhere(String plain, byte[] stream) {
        return MadeMedia.pdfOf(ascii("1 0 obj\n<<" + plain + "/Length 2 0 R>>\nstream\n"), stream,
                ascii("\nendstream\nendobj\n2 0 obj\n" + stream.length + "\nendobj\n"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void good_isTakenByItsContentAsWhatItIs(MediaKind kind, String type, byte[] content) {
        assertThat(fit(kind, content).type()).isEqualTo(type);
        assertThat(fit(MediaKind.FILE, content).type()).isEqualTo(type);
        var other = kind == MediaKind.VOICE ? MediaKind.IMAGE : MediaKind.VOICE;
        assertThat(contents.inspect(other, content)).isEqualTo(new Inspected.Unfit("other-kind"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void good_keepsNothingOfWhereItWasMade(MediaKind kind, String type, byte[] content) {
        assertThat(text(fit(kind, content).content())).doesNotContain(MadeMedia.PLACE, "Exif");
    }

    /** A tail of another type is left behind where a picture is drawn anew, and refused everywhere else. */
    @ParameterizedTest
    @MethodSource("good")
    void tail_neverComesAlong(MediaKind kind, String type, byte[] content) {
        for (byte[] tail : List.of(PAGE, MadeMedia.zip())) {
            switch (contents.inspect(kind, joined(content, tail))) {
                case Inspected.Fit fit -> {
                    assertThat(type).isIn("image/jpeg", "image/png");
                    assertThat(text(fit.content())).doesNotContain("cript", "vbaProject");
                }
                case Inspected.Unfit(var reason) -> assertThat(reason).isIn("trailing-bytes", "truncated", "second-type");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void cutOff_isRefused(MediaKind kind, String type, byte[] content) {
        byte[] cut = slice(content, 0, content.length - Math.min(16, content.length / 3));
        assertThat(contents.inspect(kind, cut)).isInstanceOf(Inspected.Unfit.class);
    }

    @ParameterizedTest
    @MethodSource("good")
    void mutated_isAVerdictAndNeverAFault(MediaKind kind, String type, byte[] content) {
        var random = new Random(type.hashCode());
        for (int round = 0; round < Integer.getInteger("fuzz.media", 500); round++) {
            byte[] mutated = content.clone();
            for (int times = 1 + random.nextInt(8); times > 0; times--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThat(contents.inspect(kind, slice(mutated, 0, random.nextInt(4) == 0 ? random.nextInt(mutated.length) : mutated.length)))
                    .isNotNull();
        }
    }

    static Stream<Arguments> bad() {
        byte[] film = MadeMedia.film(SOUND);
        return Stream.of(arguments("unknown-type", PAGE), arguments("unknown-type", MadeMedia.zip()),
                arguments("unknown-type", new byte[0]), arguments("unknown-type", ascii("MZ\u0090\0 this program cannot be run")),
                arguments("unknown-type", ascii("<svg xmlns='http://www.w3.org/2000/svg'/>")),
                arguments("unknown-type", ascii("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 office of old")),
                arguments("too-many-dots", MadeMedia.hugePng(60_000)), arguments("too-many-dots", hugeJpeg()),
                arguments("too-many-dots", MadeMedia.webp(16_000, 16_000)),
                arguments("too-many-scans", joined(slice(MadeMedia.photo(8, 8, 1), 0, MadeMedia.photo(8, 8, 1).length - 2), scans(100))),
                arguments("heic", joined(MadeMedia.box("ftyp", ascii("heic\0\0\0\0mif1heic")), MadeMedia.box("meta", SOUND))),
                arguments("second-type", MadeMedia.film(joined(SOUND, MadeMedia.zip()))),
                arguments("second-type", MadeMedia.film(joined(SOUND, PAGE))),
                arguments("trailing-bytes", joined(film, MadeMedia.box("evil", SOUND))),
                arguments("too-much-inside", bombOfStreams()));
    }

    static Stream<Arguments> acting() {
        byte[] blanks = ascii(" ".repeat(2 << 20));
        return Stream.of(arguments("active", MadeMedia.pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>", new byte[4])),
                arguments("active", MadeMedia.pdf("/Open#41ction<</S/J#61vaScript/JS(app.alert(1))>>", new byte[4])),
                arguments("active", MadeMedia.pdf("/A<</S/#4aavaScript>>", new byte[4])),
                arguments("active", MadeMedia.pdf("/A<</S/Rendition/#4aS(app.alert(1))>>", new byte[4])),
                arguments("active", MadeMedia.pdf("/A<</S/GoToR/F(//evil/x.pdf)/D[0/Fit]>>", new byte[4])),
                arguments("active", MadeMedia.pdf("/OpenAction<</S/GoTo#52/F<</UF(\\\\\\\\evil\\\\x)>>>>", new byte[4])),
                arguments("active", MadeMedia.pdf("/Encrypt 2 0 R", new byte[4])),
                arguments("active", MadeMedia.pdf("", ACTS)),
                arguments("active", MadeMedia.pdf(FLATE, MadeMedia.packed(ascii("<</S /Launch /F (cmd.exe)>>")))),
                arguments("active", MadeMedia.pdf(FLATE, MadeMedia.packed(ascii("<</S/La#75nch>>")))),
                arguments("active", MadeMedia.pdf("/F#69lter/Flate#44ecode", MadeMedia.packed(ACTS))),
                arguments("active", MadeMedia.pdf("/Type/ObjStm/N 1/First 4" + FLATE, MadeMedia.packed(joined(blanks, ACTS)))),
                arguments("active", MadeMedia.pdf("/Subtype/Image/N 1/First 4" + FLATE, MadeMedia.packed(ACTS))),
                arguments("active", MadeMedia.pdf(FLATE + ROWS, MadeMedia.packed(rows(ACTS)))),
                arguments("not-understood", MadeMedia.pdf("/Filter[/ASCIIHexDecode/FlateDecode]", ascii("789c"))),
                arguments("not-understood", MadeMedia.pdf("/Filter/ASCIIHexDecode", ascii("789c"))),
                arguments("not-understood", MadeMedia.pdf("/Filter 7 0 R", MadeMedia.packed(ACTS))),
                arguments("not-understood", MadeMedia.pdf("/Filter/DCTDecode", MadeMedia.photo(8, 8, 1))),
                arguments("not-understood", MadeMedia.pdf("/Filter/DCTDecode" + FLATE, MadeMedia.packed(ACTS))),
                arguments("not-understood", MadeMedia.pdf(FLATE + "/DecodeParms 7 0 R", MadeMedia.packed(ACTS))),
                arguments("not-understood", MadeMedia.pdf(FLATE + "/DecodeParms<</Predictor 2>>", MadeMedia.packed(ACTS))),
                arguments("not-understood", MadeMedia.pdf(FLATE, joined(MadeMedia.packed(SOUND), ascii("more")))),
                arguments("not-understood", MadeMedia.pdf(FLATE, slice(MadeMedia.packed(NOISE), 0, 12))),
                arguments("not-understood", MadeMedia.pdf("/F(http://a.cn/a)", new byte[4])),
                arguments("not-understood", MadeMedia.pdf("/A(9 0 obj <</S/JavaScript>>)", new byte[4])),
                arguments("not-understood", MadeMedia.pdf("/A(trailer <</Encrypt 9 0 R>>)", new byte[4])),
                arguments("not-understood", MadeMedia.pdfOf(ascii("1 0 obj<</Length 9 0 R>>stream\n(endstream endobj)"), ACTS)),
                arguments("active", lengthElsewhere("", ACTS)),
                arguments("active", MadeMedia.pdf(LETTERS, MadeMedia.letters(ACTS))),
                arguments("active", MadeMedia.pdf(TWICE, MadeMedia.letters(MadeMedia.packed(ACTS)))),
                arguments("not-understood", lengthElsewhere("/Type/ObjStm/N 1/First 4", ascii("7 0 null endstream endobj"))),
                arguments("not-understood", lengthElsewhere("", ascii("( endstream endobj (9 0 obj <</S/JavaScript>> endobj)"))),
                arguments("not-understood", MadeMedia.pdf(LETTERS, ascii("zz"))),
                arguments("not-understood", MadeMedia.pdf(LETTERS, ascii("87cUR{~>"))),
                arguments("not-understood", MadeMedia.pdf(LETTERS, ascii("uuuuu~>"))),
                arguments("not-understood", MadeMedia.pdf(LETTERS, ascii("!~>"))),
                arguments("not-understood", MadeMedia.pdf(LETTERS, joined(MadeMedia.letters(SOUND), ascii("<</S/JavaScript>>")))),
                arguments("not-understood", MadeMedia.pdf(TWICE, MadeMedia.letters(joined(MadeMedia.packed(SOUND), ACTS)))),
                arguments("not-understood", MadeMedia.pdf("/Filter[/FlateDecode/ASCII85Decode]", MadeMedia.packed(ACTS))),
                arguments("not-understood", MadeMedia.pdf("/Filter[/ASCII85Decode/ASCII85Decode]", MadeMedia.letters(ACTS))),
                arguments("not-understood", MadeMedia.pdfOf(ascii("1 0 obj << /A [ >> endobj\n"))));
    }

    @ParameterizedTest
    @MethodSource("acting")
    void pdf_thatActsOrCannotBeLookedIntoIsRefused(String reason, byte[] content) {
        assertThat(contents.inspect(MediaKind.FILE, content)).isEqualTo(new Inspected.Unfit(reason));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void bad_isRefusedWithItsReason(String reason, byte[] content) {
        assertThat(contents.inspect(MediaKind.FILE, content)).isEqualTo(new Inspected.Unfit(reason));
    }

    @Test
    void photo_isTurnedAsTheCameraWasHeld() {
        var upright = MadeMedia.read(fit(MediaKind.IMAGE, MadeMedia.photo(40, 20, 6)).content());
        assertThat(upright.getWidth()).isEqualTo(20);
        assertThat(upright.getHeight()).isEqualTo(40);
        assertThat(upright.getRGB(15, 20) >> 16 & 0xff).as("red is on the right").isGreaterThan(200);
        assertThat(upright.getRGB(5, 20) & 0xff).as("blue is on the left").isGreaterThan(200);
    }

    @Test
    void largePhoto_isKeptSmallerAndItsMemoryBounded() {
        var large = new BufferedImage(7_000, 7_000, BufferedImage.TYPE_BYTE_GRAY);
        var kept = MadeMedia.read(fit(MediaKind.IMAGE, MadeMedia.written(large, "jpeg")).content());
        assertThat((long) kept.getWidth() * kept.getHeight()).isBetween(4_000_000L, 8_100_000L);
    }

    private Inspected.Fit fit(MediaKind kind, byte[] content) {
        var verdict = contents.inspect(kind, content);
        assertThat(verdict).isInstanceOf(Inspected.Fit.class);
        return (Inspected.Fit) verdict;
    }

    private static byte[] hugeJpeg() {
        byte[] photo = MadeMedia.photo(16, 16, 1);
        for (int i = 2; i < photo.length - 8; i++) {
            if (photo[i] == (byte) 0xff && photo[i + 1] == (byte) 0xc0) {
                for (int side = i + 5; side < i + 9; side++) {
                    photo[side] = (byte) 0xea;
                }
            }
        }
        return photo;
    }

    private static byte[] scans(int count) {
        byte[] all = new byte[2 * count + 2];
        for (int i = 0; i < count; i++) {
            all[2 * i] = (byte) 0xff;
            all[2 * i + 1] = (byte) 0xda;
        }
        all[2 * count] = (byte) 0xff;
        all[2 * count + 1] = (byte) 0xd9;
        return all;
    }

    private static byte[] bombOfStreams() {
        byte[] zeros = MadeMedia.packed(new byte[1 << 20]);
        byte[] all = new byte[0];
        for (int i = 0; i < 65; i++) {
            all = joined(all, MadeMedia.pdfObject(FLATE, zeros));
        }
        return MadeMedia.pdfOf(all);
    }

    /** As differences from the row above, four bytes each. */
    private static byte[] rows(byte[] plain) {
        byte[] all = new byte[plain.length / 4 * 5];
        for (int i = 0; i < plain.length / 4 * 4; i++) {
            all[i / 4 * 5] = 2;
            all[i / 4 * 5 + 1 + i % 4] = (byte) (plain[i] - (i < 4 ? 0 : plain[i - 4]));
        }
        return all;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
