package liaison.gateway;

import java.time.Clock;
import liaison.bot.dialog.Conversation;
import liaison.bot.dialog.Transcript;
import liaison.bot.message.Sender;
import liaison.gateway.chat.ChatHub;
import liaison.gateway.chat.ChatRoute;
import liaison.gateway.chat.ChatSender;
import liaison.gateway.chat.PageRoute;
import liaison.gateway.netty.Inbox;
import liaison.gateway.netty.Route;
import liaison.gateway.redis.RedisNews;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** The residents' web chat: its page, its WebSocket, and what we send to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChatProperties.class)
class ChatConfiguration {
    @Bean
    ChatHub chatHub(Transcript transcript, ChatProperties properties) {
        return ChatHub.start(transcript, properties.settings().beat());
    }

    @Bean
    Route chatRoute(Inbox inbox, ChatHub hub, ChatProperties properties, Clock clock) {
        return new ChatRoute(inbox, hub, properties.settings(), clock);
    }

    @Bean
    Route pageRoute() {
        return new PageRoute();
    }

    @Bean
    RedisNews redisNews(UnifiedJedis redis, ChatHub hub) {
        return RedisNews.listen(redis, hub::news);
    }

    /** Our own pages hear of it even while Redis is gone. */
    @Bean
    Sender chatSender(Conversation conversation, ChatHub hub, RedisNews others) {
        return new ChatSender(conversation, address -> {
            hub.news(address);
            others.tell(address);
        });
    }
}
