package liaison.bot.media;

import liaison.bot.message.Address;

/** The platform that hands out what somebody sent. An exception means that it could not be asked. */
public interface MediaSource {
    Fetched fetch(Address sender, String mediaId);

    /** What became of a fetch; reasons are codes. */
    sealed interface Fetched {
        /** Its bytes, as many as the platform gave, at most 10 MiB. */
        record Content(byte[] bytes) implements Fetched {
        }

        /** Worth another try. */
        record Later(String reason) implements Fetched {
        }

        /** The platform has it no longer, or never had. */
        record Never(String reason) implements Fetched {
        }

        /** Longer than anybody here takes. */
        record TooLong() implements Fetched {
        }
    }
}
