@NullMarked
package liaison.bot.media;

import org.jspecify.annotations.NullMarked;
