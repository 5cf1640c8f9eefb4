package liaison.gateway.wechat;

/** What is answered to a delivery, on the connection that brought it. */
sealed interface PassiveReply {
    /** Taken, and nothing is said. */
    record Acknowledgement() implements PassiveReply {
    }

    /** Words; blank ones would show people a fault. */
    record Text(String words) implements PassiveReply {
        public Text {
            if (words.isBlank()) {
                throw new IllegalArgumentException("a reply without words is an acknowledgement");
            }
        }
    }

    /** A picture that the platform has of us. */
    record Image(String mediaId) implements PassiveReply {
    }

    /** A voice message that the platform has of us. */
    record Voice(String mediaId) implements PassiveReply {
    }

    /** One article, which is as many as the platform takes when somebody spoke; what is empty is not shown. */
    record News(String title, String description, String pictureUrl, String url) implements PassiveReply {
    }

    /** Hands the talk over to the platform's own customer service; the account is empty for whoever is free there. */
    record Transfer(String account) implements PassiveReply {
    }
}
