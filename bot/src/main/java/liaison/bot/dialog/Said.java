package liaison.bot.dialog;

import liaison.bot.message.Address;
import liaison.bot.message.InboundMessage;
import liaison.bot.message.OutboundMessage;

/** What becomes one row: somebody's message, or words of ours that nobody asked for. */
sealed interface Said {
    Address address();

    String key();

    record Inbound(InboundMessage message) implements Said {
        @Override
        public Address address() {
            return message.from();
        }

        @Override
        public String key() {
            return message.key();
        }
    }

    record Outbound(OutboundMessage message) implements Said {
        @Override
        public Address address() {
            return message.to();
        }

        @Override
        public String key() {
            return message.key();
        }
    }
}
