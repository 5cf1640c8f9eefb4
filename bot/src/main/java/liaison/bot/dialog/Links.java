package liaison.bot.dialog;

/** Where people open what a token shows them. */
public interface Links {
    /** On the machine itself. */
    Links HERE = token -> "http://127.0.0.1:8080/media/" + token;

    /** The address to open; the token has no other characters than a URL may have. */
    String of(String token);
}
