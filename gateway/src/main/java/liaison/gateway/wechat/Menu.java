package liaison.gateway.wechat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The menu under an account's chat. What the platform would refuse is an {@link IllegalArgumentException} that says what is wrong. The
 * bounds stand on the platform's page of {@code createCustomMenu} (developers.weixin.qq.com/doc/service/api/custommenu): 3 buttons, 5 in a
 * list; 16 bytes of a name, 60 in a list, 128 of a key, 1,024 of an address. Libraries after older editions of it say 40 and 256. It also
 * says that phones show four characters of a name, eight in a list, and an ellipsis for the others.
 *
 * @param buttons from left to right, one to three
 */
public record Menu(List<Button> buttons) {
    private static final int MOST = 3;
    private static final int MOST_LISTED = 5;
    private static final int NAME_BYTES = 16;
    private static final int LISTED_NAME_BYTES = 60;
    private static final int KEY_BYTES = 128;
    private static final int URL_BYTES = 1024;

    /**
     * A button that says something, opens a page, or shows a list of such buttons.
     *
     * @param words what pressing it says, as if the resident wrote it; or empty
     * @param url what it opens, or empty
     * @param listed the list, from the top; or empty
     */
    public record Button(String name, String words, String url, List<Button> listed) {
        public Button {
            listed = List.copyOf(listed);
        }
    }

    public Menu {
        buttons = List.copyOf(buttons);
        if (buttons.isEmpty() || buttons.size() > MOST) {
            throw new IllegalArgumentException("a menu has 1 to " + MOST + " buttons, this one has " + buttons.size());
        }
        buttons.forEach(Menu::check);
    }

    private static void check(Button button) {
        checkAlone(button, NAME_BYTES);
        if (button.listed.size() > MOST_LISTED) {
            throw new IllegalArgumentException("the button " + button.name + " lists " + button.listed.size() + " buttons, the most are "
                    + MOST_LISTED);
        }
        button.listed.forEach(one -> {
            if (!one.listed.isEmpty()) {
                throw new IllegalArgumentException("the button " + one.name + " is in a list and cannot have one of its own");
            }
            checkAlone(one, LISTED_NAME_BYTES);
        });
    }

    private static void checkAlone(Button button, int nameBytes) {
        if (button.name.isBlank()) {
            throw new IllegalArgumentException("a button has no name");
        }
        checkBytes(button, "name", button.name, nameBytes);
        checkBytes(button, "words", button.words, KEY_BYTES);
        checkBytes(button, "url", button.url, URL_BYTES);
        if (Stream.of(button.words.isBlank(), button.url.isBlank(), button.listed.isEmpty()).filter(missing -> !missing).count() != 1) {
            throw new IllegalArgumentException("the button " + button.name + " needs one of words, url and buttons, and no other");
        }
        if (!button.url.isBlank() && !button.url.startsWith("https://") && !button.url.startsWith("http://")) {
            throw new IllegalArgumentException("the button " + button.name + " has a url that is no address such as https://example.org");
        }
    }

    /** A character of Chinese takes three bytes. */
    private static void checkBytes(Button button, String what, String value, int most) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > most) {
            throw new IllegalArgumentException("the " + what + " of the button " + button.name + " has " + bytes + " bytes, the most are "
                    + most + " (three for a character of Chinese)");
        }
    }

    JsonNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        var all = json.putArray("button");
        buttons.forEach(button -> put(all.addObject(), button));
        return json;
    }

    private static void put(ObjectNode json, Button button) {
        if (!button.listed.isEmpty()) {
            var list = json.put("name", button.name).putArray("sub_button");
            button.listed.forEach(one -> put(list.addObject(), one));
        } else if (button.url.isBlank()) {
            json.put("type", "click").put("name", button.name).put("key", button.words);
        } else {
            json.put("type", "view").put("name", button.name).put("url", button.url);
        }
    }
}
