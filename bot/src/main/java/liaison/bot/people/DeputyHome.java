package liaison.bot.people;

/** 代表之家: the hub above several stations; parent is another home or empty. */
public record DeputyHome(String code, String name, String parent) implements Entry {
}
